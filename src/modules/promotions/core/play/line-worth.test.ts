import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';

const CURRENCIES = {
  bonus: { kopecksPerPoint: { num: 1, den: 1 } },
  gems: { kopecksPerPoint: { num: 1, den: 1 }, worth: { num: 1, den: 3 } },
};
const FACTS = aReceipt({
  lines: linesOf(['coffee', 10_000], ['tea', 10_000]),
  currencies: CURRENCIES,
  spend: 99_999,
  available: 99_999,
});
const earn = (points: number, currencyCode = 'bonus') => ({
  effect: 'earn-fixed',
  params: { points, per: 'line', currencyCode },
});
const share = (shareBasisPoints: number) => ({
  effect: 'redemption-cap',
  params: { shareBasisPoints },
});

/** Who gave something on each line, points or what they may pay. */
function winnersOf(...wishes: PromotionWish[]) {
  const decision = decide(
    wishes.map((wish) =>
      aPromotion({ phase: 8, ...wish, stacking: { policy: 'best-per-line', ...wish.stacking } }),
    ),
    FACTS,
  );
  return decision.lines.map(({ accruals, redeemedKopecks }) =>
    accruals.length > 0 ? accruals.map((one) => one.promotionCode).join('') : redeemedKopecks,
  );
}

test('points of a line count by the worth of their currency, rounded down', () => {
  // 30 gems on each line are worth 10 there.
  const gems = { code: 'g', then: [earn(30, 'gems')] };
  assert.deepEqual(winnersOf(gems, { code: 'x', then: [earn(11)] }), ['x', 'x']);
  assert.deepEqual(winnersOf(gems, { code: 'x', then: [earn(9)] }), ['g', 'g']);
});

test('several gifts on a line add up, of one currency before they are rounded', () => {
  // 5 + 4 gems are 9, worth 3, and more points than 3; apart they would be worth 1 + 1.
  const two = { code: 'g', then: [earn(5, 'gems'), earn(4, 'gems')] };
  assert.deepEqual(winnersOf({ code: 'x', then: [earn(3)] }, two), ['g', 'g']);
});

test('of equal worth more points win, then the order', () => {
  const gems = { code: 'z', then: [earn(30, 'gems')] };
  assert.deepEqual(winnersOf({ code: 'a', then: [earn(10)] }, gems), ['z', 'z']);
  assert.deepEqual(winnersOf({ code: 'b', then: [earn(10)] }, { code: 'a', then: [earn(10)] }), [
    'a',
    'a',
  ]);
});

test('points that are worth nothing are something all the same', () => {
  const one = { code: 'a', select: goodsOf('tea'), then: [earn(1, 'gems')] };
  assert.deepEqual(winnersOf(one), [0, 'a']);
});

test('what points may pay counts as money of the line', () => {
  const wide = { code: 'a', phase: 7, then: [share(2000)] };
  const tea = { code: 'b', phase: 7, select: goodsOf('tea'), then: [share(3000)] };
  assert.deepEqual(winnersOf(wide, tea), [2000, 3000]);
});

test('a bar brings something to its lines, but less than anything that is worth money', () => {
  const bar = {
    code: 'a',
    phase: 7,
    then: [{ effect: 'redemption-prohibit', params: { currencyCode: 'bonus' } }],
  };
  const tea = { code: 'b', phase: 7, select: goodsOf('tea'), then: [share(10_000)] };
  const cap = { code: 'c', phase: 7, then: [share(1000)], stacking: { group: 'z' } };
  // Tea is B's, so the bar stands on coffee alone, and group z may let points pay for tea only.
  assert.deepEqual(winnersOf(bar, tea, cap), [0, 10_000]);
});

test('a floor that is raised brings something, one that was there already nothing', () => {
  const floor = (code: string, priceKopecks: number, sku: string): PromotionWish => ({
    code,
    phase: 1,
    select: goodsOf(sku),
    then: [{ effect: 'min-price', params: { priceKopecks } }],
    stacking: { policy: 'best-per-line' },
  });
  const decision = decide(
    [floor('a', 4000, 'tea'), floor('b', 9000, 'coffee'), floor('c', 0, 'coffee')].map(aPromotion),
    FACTS,
  );
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 0, 0],
    [1, 11, 0, 0],
    [2, 8, 1],
  ]);
});

test('a line on which nothing comes of it is not won', () => {
  const price = (priceKopecks: number) => [{ effect: 'fixed-price', params: { priceKopecks } }];
  const first = { policy: 'best-per-line', priority: 1, takesUnits: 'phase' } as const;
  const decision = decide(
    [
      aPromotion({ code: 'a', then: price(5000), stacking: first }),
      aPromotion({ code: 'z', stacking: { group: 'z' } }),
    ],
    aReceipt({ lines: linesOf(['coffee', 9000], ['tea', 4000]) }),
  );
  // A has won coffee alone, so tea is still there for group z.
  assert.deepEqual(
    decision.lines.map(({ discounts }) => discounts.map((one) => [one.promotionCode, one.kopecks])),
    [[['a', 4000]], [['z', 400]]],
  );
});

test('one that points may pay nothing of on a line leaves it to a bar', () => {
  const kopeck = {
    effect: 'redemption-amount',
    params: { amountKopecks: 1, currencyCode: 'bonus' },
  };
  const bar = { effect: 'redemption-prohibit', params: { currencyCode: 'bonus' } };
  const found = winnersOf(
    { code: 'a', phase: 7, then: [kopeck], stacking: { priority: 1 } },
    { code: 'b', phase: 7, select: goodsOf('tea'), then: [bar] },
    { code: 'c', phase: 7, then: [share(10_000)], stacking: { group: 'z' } },
  );
  // The kopeck falls on coffee, so tea is barred.
  assert.deepEqual(found, [10_000, 0]);
});
