import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  goodsOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';

const sum = (minKopecks: number) => ({ condition: 'basket-total', params: { minKopecks } });
const earn = (points: number, currencyCode: string) => ({
  effect: 'earn-fixed',
  params: { points, per: 'receipt', currencyCode },
});
const debit = (points: number) => ({
  effect: 'debit-points',
  params: { points, currencyCode: 'bonus' },
});
const FACTS = aReceipt({
  balances: { bonus: aBalance(500) },
  currencies: {
    bonus: { kopecksPerPoint: { num: 1, den: 1 } },
    gems: { kopecksPerPoint: { num: 1, den: 1 } },
  },
});

const listOf = (...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    FACTS,
  ).verdicts.list;

test('verdicts stand by number, whatever the order of play', () => {
  const found = listOf({ code: 'a', phase: 5 }, { code: 'b', phase: 2, then: [percentOff(500)] });
  assert.deepEqual(found, [
    [0, 11, 950, 0],
    [1, 11, 500, 0],
  ]);
});

test('a miss has its leaf, unit and distance, or nulls', () => {
  const found = listOf(
    { code: 'a', when: [sum(1), sum(10_500)] },
    { code: 'b', when: [{ not: sum(1) }] },
  );
  assert.deepEqual(found, [
    [0, 4, 1, 'kopecks', 500],
    [1, 4, 0, null, null],
  ]);
});

test('one that was ruled out has no place in the list', () => {
  assert.deepEqual(listOf({ code: 'a', select: goodsOf('gone') }, { code: 'b' }), [
    [1, 11, 1000, 0],
  ]);
});

test('points stand by currency, debits off them, sums of 0 left out', () => {
  const points = (...then: PromotionWish['then'] & object) =>
    listOf({ code: 'a', phase: 8, then })[0];
  assert.deepEqual(points(earn(5, 'gems'), earn(7, 'bonus'), earn(1, 'gems')), [
    0,
    11,
    0,
    0,
    ['bonus', 7],
    ['gems', 6],
  ]);
  assert.deepEqual(points(debit(9)), [0, 11, 0, 0, ['bonus', -9]]);
  assert.deepEqual(points(earn(5, 'gems'), earn(9, 'bonus'), debit(9)), [0, 11, 0, 0, ['gems', 5]]);
});

test('flags say that a limit cut it, that a cap cut it, or both', () => {
  const limits = [
    { code: 'l', unit: 'kopecks', subject: 'member', period: 'day', max: 800 } as const,
  ];
  const capped = (wish: PromotionWish) => listOf({ stacking: { capBasisPoints: 600 }, ...wish })[0];
  assert.deepEqual(listOf({ limits })[0], [0, 11, 800, 1]);
  assert.deepEqual(capped({}), [0, 11, 600, 2]);
  assert.deepEqual(capped({ limits }), [0, 11, 600, 3]);
});

test('one that a cap has taken all from is capped', () => {
  const stacking = { capBasisPoints: 500 };
  const found = listOf(
    { code: 'a', stacking: { ...stacking, priority: 1 }, then: [percentOff(500)] },
    { code: 'b', stacking },
  );
  assert.deepEqual(found, [
    [0, 11, 500, 0],
    [1, 10],
  ]);
});

test('without an explanation the list holds the applied ones alone, with the same numbers', () => {
  const ruleSet = compileRuleSet(
    1,
    [{ code: 'a', when: [sum(99_999)] }, { code: 'b', phase: 4 }, { code: 'c' }].map(aPromotion),
  );
  assert.deepEqual(evaluate(ruleSet, FACTS).verdicts, {
    count: 3,
    list: [
      [1, 11, 900, 0],
      [2, 11, 1000, 0],
    ],
  });
});

test('one that a cap has taken all from is not among the applied ones', () => {
  const stacking = { capBasisPoints: 500 };
  const then = [percentOff(500)];
  const wishes = [
    { code: 'a', stacking, then },
    { code: 'b', stacking },
  ];
  assert.deepEqual(evaluate(compileRuleSet(1, wishes.map(aPromotion)), FACTS).verdicts.list, [
    [0, 11, 500, 0],
  ]);
});
