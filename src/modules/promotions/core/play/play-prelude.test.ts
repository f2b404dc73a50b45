import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type PromotionWish, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf, pointsOf } from '../../testing/decide.ts';

// One loaf for 100.00; every promotion is 10 % off unless it says otherwise.
const decided = (...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    aReceipt(),
  );
const all = { exclusive: 'all' } as const;
const earn = (points: number) => [{ effect: 'earn-fixed', params: { points, per: 'receipt' } }];
const double = [{ effect: 'multiply-points', params: { factorHundredths: 200 } }];
const atMost = (maxKopecks: number) => ({
  condition: 'basket-total',
  params: { minKopecks: 0, maxKopecks, stage: 'after-discounts' },
});

test('one that excludes all plays first, whatever its phase, and the others of its domain are blocked', () => {
  const decision = decided(
    { code: 'a', phase: 1 },
    { code: 'b', phase: 5, stacking: all },
    { code: 'c', phase: 2 },
    { code: 'd', phase: 5 },
  );
  assert.deepEqual(discountsOf(decision), { b: 1000 });
  assert.deepEqual(decision.verdicts.list, [
    [0, 5, 1],
    [1, 11, 1000, 0],
    [2, 5, 1],
    [3, 5, 1],
  ]);
});

test('of several the first by phase that gives anything wins; one that gave nothing keeps its verdict', () => {
  const nothing = [{ effect: 'fixed-price', params: { priceKopecks: 999_999 } }];
  const { verdicts } = decided(
    { code: 'a', phase: 5, stacking: { ...all, priority: 9 } },
    { code: 'b', phase: 4, stacking: all },
    { code: 'c', phase: 2, stacking: all, then: nothing },
  );
  assert.deepEqual(verdicts.list, [
    [0, 5, 1],
    [1, 11, 1000, 0],
    [2, 8, 1],
  ]);
});

test('one whose conditions are missed excludes nobody', () => {
  const decision = decided({ code: 'a' }, { code: 'b', stacking: all, when: [atMost(9999)] });
  assert.deepEqual(discountsOf(decision), { a: 1000 });
});

test('its conditions see the receipt untouched, though its phase is late', () => {
  const decision = decided(
    { code: 'a', phase: 2 },
    { code: 'b', phase: 5, stacking: all, when: [atMost(9999)] },
  );
  assert.deepEqual(discountsOf(decision), { a: 1000 });
  const untouched = decided(
    { code: 'a', phase: 2 },
    { code: 'b', phase: 5, stacking: all, when: [atMost(10_000)] },
  );
  assert.deepEqual(discountsOf(untouched), { b: 1000 });
});

test('floors, rounding and points are outside the domain of prices', () => {
  const floor = { effect: 'min-price', params: { priceKopecks: 9510 } };
  const round = { effect: 'round-down-total', params: { stepKopecks: 100 } };
  const decision = decided(
    { code: 'a', phase: 1, then: [floor] },
    { code: 'b', phase: 2, stacking: all },
    { code: 'c', phase: 6, then: [round] },
    { code: 'd', phase: 8, then: earn(5) },
  );
  // The floor lets 4.90 off, and nothing is left to round.
  assert.deepEqual(discountsOf(decision), { b: 490 });
  assert.deepEqual(decision.verdicts.list[2], [2, 8, 1]);
  assert.deepEqual(pointsOf(decision), [['d', 5]]);
});

test('always-promotions play beside it', () => {
  const decision = decided(
    { code: 'a', stacking: { isAlways: true } },
    { code: 'b', phase: 5, stacking: all },
  );
  assert.deepEqual(discountsOf(decision), { a: 900, b: 1000 });
});

test('one that excludes all points blocks other earning and multiplying, and no price', () => {
  const decision = decided(
    { code: 'a', phase: 8, then: earn(5) },
    { code: 'b', phase: 8, then: earn(7), stacking: all },
    { code: 'c', phase: 8, then: double },
    { code: 'd', phase: 2 },
  );
  assert.deepEqual(pointsOf(decision), [['b', 7]]);
  assert.deepEqual(discountsOf(decision), { d: 1000 });
  assert.deepEqual(decision.verdicts.list[2], [2, 5, 1]);
});

test('a block that came earlier holds for it too', () => {
  const floor = [{ effect: 'min-price', params: { priceKopecks: 1 } }];
  const decision = decided(
    { code: 'a', phase: 1, then: floor, stacking: { blocks: ['b'] } },
    { code: 'b', phase: 2, stacking: all },
    { code: 'c', phase: 2 },
  );
  assert.deepEqual(discountsOf(decision), { c: 1000 });
  assert.deepEqual(decision.verdicts.list[1], [1, 5, 0]);
});

test('one that was blocked before the prelude is told by whom it was blocked first', () => {
  const floor = [{ effect: 'min-price', params: { priceKopecks: 1 } }];
  const { verdicts } = decided(
    { code: 'a', phase: 1, then: floor, stacking: { blocks: ['c'] } },
    { code: 'b', phase: 2, stacking: all },
    { code: 'c', phase: 2 },
    { code: 'd', phase: 2 },
  );
  assert.deepEqual(verdicts.list.slice(2), [
    [2, 5, 0],
    [3, 5, 1],
  ]);
});

test('the cap of its own group holds for it alone', () => {
  const capped = { group: 'g', capBasisPoints: 500 };
  const decision = decided(
    { code: 'a', stacking: { ...capped, exclusive: 'all' } },
    { code: 'b', stacking: { ...capped, isAlways: true }, then: [percentOff(200)] },
  );
  // 5 % of 100.00, then 2 % of 95.00 within 5 % of the group's own base.
  assert.deepEqual(discountsOf(decision), { a: 500, b: 190 });
});

test('units that it took are free again when the prelude has ended', () => {
  const decision = decided(
    { code: 'a', phase: 3, stacking: { ...all, takesUnits: 'phase' } },
    { code: 'b', phase: 2, stacking: { isAlways: true } },
  );
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 900 });
});
