import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, type PromotionWish } from '../../testing/builders.ts';
import { aDeck } from '../../testing/decide.ts';
import { hasBit } from './bits.ts';
import { STEP } from './steps.ts';

const min = { effect: 'min-price', params: { priceKopecks: 1 } };
const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
const double = { effect: 'multiply-points', params: { factorHundredths: 200 } };
const round = { effect: 'round-down-total', params: { stepKopecks: 100 } };
const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 5000 } };

const deckOf = (...wishes: PromotionWish[]) => aDeck(wishes.map((wish) => aPromotion(wish)));
const inOrder = (...wishes: PromotionWish[]) => {
  const { rules, numberAt } = deckOf(...wishes);
  return [...numberAt].map((number) => rules[number]?.code);
};

test('promotions play by steps: 1a, the prelude, 1b, phases, 8a, 8b', () => {
  const wishes: PromotionWish[] = [
    { code: 'a', phase: 8, then: [double] },
    { code: 'b', phase: 8, then: [earn] },
    { code: 'c', phase: 7, then: [cap] },
    { code: 'd', phase: 6, then: [round] },
    { code: 'e', phase: 5 },
    { code: 'f', phase: 2 },
    { code: 'g', phase: 1 },
    { code: 'h', phase: 4, stacking: { exclusive: 'all' } },
    { code: 'i', phase: 1, then: [min] },
    { code: 'j', phase: 8, then: [earn], stacking: { exclusive: 'all' } },
  ];
  assert.equal(inOrder(...wishes).join(''), 'ihgfedcjba');
});

test('in a step: turn downwards, then group, then priority downwards, then code', () => {
  const order = inOrder(
    { code: 'a', stacking: { group: 'late' } },
    { code: 'b', stacking: { group: 'early' } },
    { code: 'c', stacking: { group: 'early', priority: 5 } },
    { code: 'd', stacking: { group: 'first', turn: 1 } },
    { code: 'e', stacking: { group: 'early' } },
  );
  assert.equal(order.join(''), 'dcbea');
});

test('groups are compared by code unit: capitals and digits before small letters', () => {
  const order = inOrder(
    { code: 'a', stacking: { group: 'a-b' } },
    { code: 'b', stacking: { group: 'a.b' } },
    { code: 'c', stacking: { group: 'a1' } },
    { code: 'd', stacking: { group: 'a' } },
  );
  assert.equal(order.join(''), 'dabc');
});

test('in a prelude phases come before priorities, and groups do not matter', () => {
  const order = inOrder(
    { code: 'a', phase: 5, stacking: { exclusive: 'all', priority: 9, group: 'a' } },
    { code: 'b', phase: 2, stacking: { exclusive: 'all', priority: 1, group: 'z' } },
    { code: 'c', phase: 2, stacking: { exclusive: 'all', priority: 2, group: 'z', turn: 0 } },
  );
  assert.equal(order.join(''), 'cba');
  assert.deepEqual(deckOf({ stacking: { exclusive: 'all' } }).steps[STEP.pricePrelude]?.groups, []);
});

test('numbers go by code, and ranks lead back to them', () => {
  const { rules, numberOf, numberAt, rankOf } = deckOf(
    { code: 'z', stacking: { priority: 1 } },
    { code: 'a' },
  );
  assert.deepEqual([numberOf.get('a'), numberOf.get('z')], [0, 1]);
  assert.deepEqual([...numberAt], [1, 0]);
  assert.deepEqual(
    rules.map(({ number, rank }) => [number, rank]),
    [
      [0, 1],
      [1, 0],
    ],
  );
  assert.deepEqual([...rankOf], [1, 0]);
});

test('blocks and blockedBy are one thing; codes of nobody are dropped, but never required in vain', () => {
  const { rules } = deckOf(
    { code: 'a', stacking: { blocks: ['b', 'gone'] } },
    { code: 'b', stacking: { blockedBy: ['a', 'c', 'gone'] } },
    { code: 'c', stacking: { requires: ['a', 'gone'] } },
  );
  assert.deepEqual(
    rules.map(({ blocks, requires }) => [blocks, requires]),
    [
      [[1], []],
      [[], []],
      [[1], [0, -1]],
    ],
  );
});

test('phases 7 and 8 are for members, others for all', () => {
  const { forMembers } = deckOf(
    { code: 'a', phase: 2 },
    { code: 'b', phase: 7, then: [cap] },
    { code: 'c', phase: 8, then: [earn] },
    { code: 'd', phase: 8, then: [double] },
    { code: 'e', phase: 6, then: [round] },
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((i) => hasBit(forMembers, i)),
    [false, true, true, true, false],
  );
});

test('a deck of nothing has no step to play', () => {
  assert.ok(deckOf().steps.every(({ from, to }) => from === to));
});

test('a step reaches from its first promotion to its last', () => {
  const { steps } = deckOf(
    { code: 'a', phase: 2 },
    { code: 'b', phase: 4 },
    { code: 'c', phase: 4 },
  );
  const ranks = [STEP.lines, STEP.sets, STEP.basket].map((step) => steps[step]);
  assert.deepEqual(
    ranks.map((step) => [step?.from, step?.to]),
    [
      [0, 1],
      [0, 0],
      [1, 3],
    ],
  );
});

for (const [what, wish, isWatched] of [
  ['only gives', {}, false],
  ['takes units', { stacking: { takesUnits: 'phase' } }, false],
  ['is alone on its lines', { stacking: { exclusive: 'line' } }, true],
  ['wants what nobody has used', { select: { selector: 'except-used', params: {} } }, true],
] as const satisfies readonly (readonly [string, PromotionWish, boolean])[]) {
  test(`use is ${isWatched ? '' : 'not '}watched for all when one ${what}`, () => {
    const { rules } = deckOf({ code: 'a' }, { code: 'b', ...wish });
    assert.deepEqual(
      rules.map((rule) => rule.isWatched),
      [isWatched, isWatched],
    );
  });
}
