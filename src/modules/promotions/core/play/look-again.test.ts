import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide, discountsOf, pointsOf } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const FACTS = aReceipt({
  lines: linesOf(['coffee', 10_000], ['tea', 5000]),
  balances: { bonus: aBalance(100) },
});
const limit = (more: Partial<Limit>): Limit => ({
  code: 'l',
  key: 'shared',
  unit: 'times',
  subject: 'member',
  period: 'day',
  max: 1,
  ...more,
});
const debit = (points: number) => ({
  effect: 'debit-points',
  params: { points, currencyCode: 'bonus' },
});

/** Promotions of one group; each wins its own line under best-per-line. */
const decided = (
  policy: NonNullable<NonNullable<PromotionWish['stacking']>['policy']>,
  ...wishes: PromotionWish[]
) =>
  decide(
    wishes.map((wish) => aPromotion({ ...wish, stacking: { policy, ...wish.stacking } })),
    FACTS,
  );
const onCoffee = { code: 'a', select: goodsOf('coffee') };
const onTea = { code: 'b', select: goodsOf('tea') };

test('a winner whose limit an earlier winner has used up is limited', () => {
  const limits = [limit({})];
  const decision = decided('best-per-line', { ...onCoffee, limits }, { ...onTea, limits });
  assert.deepEqual(discountsOf(decision), { a: 1000 });
  assert.deepEqual(decision.verdicts.list[1], [1, 7, 0]);
});

test('a winner is cut to the money that an earlier winner has left', () => {
  const limits = [limit({ unit: 'kopecks', max: 1200 })];
  const decision = decided('best-per-line', { ...onCoffee, limits }, { ...onTea, limits });
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 200 });
  assert.deepEqual(decision.verdicts.list[1], [1, 11, 200, 1]);
});

test('goods that a limit allowed and that no longer fit as a whole are limited', () => {
  const limits = [limit({ unit: 'units', max: 1 })];
  const decision = decided('best-per-line', { ...onCoffee, limits }, { ...onTea, limits });
  assert.deepEqual(discountsOf(decision), { a: 1000 });
  assert.deepEqual(decision.verdicts.list[1], [1, 7, 0]);
});

test('a debit of a later winner takes what an earlier one has left of the balance', () => {
  const give = { effect: 'earn-percent', params: { rateBasisPoints: 100 } };
  const decision = decided(
    'best-per-line',
    { ...onCoffee, phase: 8, then: [give, debit(70)] },
    { ...onTea, phase: 8, then: [give, debit(70)] },
  );
  assert.deepEqual(pointsOf(decision), [
    ['a', 100],
    ['a', -70],
    ['b', 50],
    ['b', -30],
  ]);
});

test('a debit of which nothing is left leaves a winner without effect', () => {
  const decision = decided(
    'best-per-line',
    { ...onCoffee, phase: 8, then: [debit(100)] },
    { ...onTea, phase: 8, then: [debit(1)] },
  );
  assert.deepEqual(pointsOf(decision), [['a', -100]]);
  assert.deepEqual(decision.verdicts.list[1], [1, 8, 2]);
});

test('under sum a promotion is tried again when units were taken or room was used', () => {
  const take = { ...onCoffee, stacking: { priority: 1, takesUnits: 'phase' } as const };
  assert.deepEqual(discountsOf(decided('sum', take, { code: 'b' })), { a: 1000, b: 500 });
  const much = { ...onCoffee, then: [percentOff(9500)], stacking: { priority: 1 } };
  assert.deepEqual(discountsOf(decided('sum', much, { code: 'b' })), { a: 9500, b: 500 + 500 });
});

test('an amount off finds other lines when an earlier one has used up the room of its own', () => {
  const all = { ...onTea, then: [percentOff(10_000)], stacking: { priority: 1 } };
  const off = { effect: 'receipt-amount-off', params: { amountKopecks: 3000 } };
  const decision = decided('sum', { ...all, phase: 4 }, { code: 'c', phase: 4, then: [off] });
  // Counted from the base 2,000 and 1,000 would fall on coffee and tea; tea has no room left.
  assert.deepEqual(discountsOf(decision), { b: 5000, c: 3000 });
  assert.equal(decision.lines[0]?.payableKopecks, 7000);
});

test('winners whose limits still have room apply as they were tried', () => {
  const perLine = limit({ unit: 'units', subject: 'line', period: 'receipt' });
  for (const limits of [[perLine], [limit({ unit: 'units', max: 2 })]]) {
    const decision = decided('best-per-line', { ...onCoffee, limits }, { ...onTea, limits });
    assert.deepEqual(discountsOf(decision), { a: 1000, b: 500 });
  }
});

test('a limit per line is looked at again on the lines that were won', () => {
  const limits = [limit({ unit: 'units', subject: 'line', period: 'receipt', reaction: 'stop' })];
  const decision = decided('best-per-line', { ...onCoffee, limits }, { ...onTea, limits });
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 500 });
});
