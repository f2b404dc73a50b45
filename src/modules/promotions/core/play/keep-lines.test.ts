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

const FACTS = aReceipt({
  lines: linesOf(['coffee', 10_000], ['tea', 5000], ['cup', 2000]),
  balances: { bonus: aBalance(100) },
  spend: 99_999,
  available: 99_999,
});
const stacking = { policy: 'best-per-line', takesUnits: 'phase' } as const;
const decided = (...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion({ ...wish, stacking: { ...stacking, ...wish.stacking } })),
    FACTS,
  );
const per = (rateBasisPoints: number) => ({ effect: 'earn-percent', params: { rateBasisPoints } });

test('a discount stands on the lines that were won, and nowhere else', () => {
  const decision = decided(
    { code: 'a' },
    { code: 'b', select: goodsOf('tea'), then: [percentOff(2000)] },
  );
  assert.deepEqual(discountsOf(decision), { a: 1000 + 200, b: 1000 });
  assert.deepEqual(
    decision.lines.map(({ discountKopecks }) => discountKopecks),
    [1000, 1000, 200],
  );
});

test('points keep their lines, and a gift that lay on lost lines alone is gone', () => {
  const receipt = { effect: 'earn-fixed', params: { points: 17, per: 'receipt' } };
  const decision = decided(
    { code: 'a', phase: 8, then: [per(1000), receipt] },
    { code: 'b', phase: 8, select: goodsOf('coffee'), then: [per(5000)] },
  );
  // A keeps 500 + 200 of its 10 %, and of 17 shared as 10 : 5 : 2 the 5 and the 2.
  assert.deepEqual(pointsOf(decision), [
    ['a', 700],
    ['a', 7],
    ['b', 5000],
  ]);
});

test('what stands on no line goes along with any line', () => {
  const debit = { effect: 'debit-points', params: { points: 30, currencyCode: 'bonus' } };
  const decision = decided(
    { code: 'a', phase: 8, then: [debit, per(100)] },
    { code: 'b', phase: 8, select: goodsOf('coffee', 'tea'), then: [per(200)] },
  );
  assert.deepEqual(pointsOf(decision), [
    ['a', -30],
    ['a', 20],
    ['b', 300],
  ]);
});

test('what points may pay is kept by line', () => {
  const cap = (shareBasisPoints: number) => ({
    effect: 'redemption-cap',
    params: { shareBasisPoints },
  });
  const { lines } = decided(
    { code: 'a', phase: 7, then: [cap(1000)] },
    { code: 'b', phase: 7, select: goodsOf('tea'), then: [cap(5000)] },
  );
  assert.deepEqual(
    lines.map(({ redeemedKopecks }) => redeemedKopecks),
    [1000, 2500, 200],
  );
});

test('units of lost lines are not taken', () => {
  const decision = decided(
    { code: 'a' },
    { code: 'b', select: goodsOf('tea'), then: [percentOff(2000)], stacking: { takesUnits: 'no' } },
    { code: 'c', then: [percentOff(10_000)], stacking: { group: 'z' } },
  );
  // A has taken coffee and the cup; tea was won by B, which takes nothing.
  assert.deepEqual(discountsOf(decision), { a: 1200, b: 1000, c: 4000 });
});
