import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type PromotionWish, percentOff } from '../../testing/builders.ts';
import { decide, discountsOf, pointsOf } from '../../testing/decide.ts';

// Three units for 100.00: 33.34, 33.33, 33.33. A promotion with nothing but a task to create wins beside
// the others and has set a border behind the first unit before they apply.
const LINES = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
const only = (fromUnit: number, toUnit = fromUnit) => ({
  selector: 'unit-range',
  params: { fromUnit, toUnit, order: 'as-scanned' },
});
const border: PromotionWish = {
  code: 'border',
  select: only(1),
  then: [{ effect: 'create-task', params: { taskKind: 'call' } }],
  stacking: { priority: 9 },
};
const free = (fromUnit: number): PromotionWish => ({
  code: 'free',
  phase: 5,
  select: only(fromUnit),
  then: [percentOff(10_000)],
});
const decided = (wishes: readonly PromotionWish[]) =>
  decide(
    wishes.map((wish) =>
      aPromotion({ ...wish, stacking: { policy: 'best-for-buyer', ...wish.stacking } }),
    ),
    aReceipt({ lines: LINES }),
  );

test('what falls on units of several slices falls on them as on one run', () => {
  const winner = { code: 'winner', then: [percentOff(1000)] };
  // 90.00 is left of the run, 30.00 for each unit, on whichever side of the border it lies.
  for (const unit of [1, 2, 3]) {
    assert.deepEqual(discountsOf(decided([border, winner, free(unit)])), {
      winner: 1000,
      free: 3000,
    });
  }
});

test('only the units that it was tried on get anything, though the slice has been split', () => {
  const winner = { code: 'winner', select: only(1, 2), then: [percentOff(10_000)] };
  assert.deepEqual(discountsOf(decided([border, winner, free(1)])), { winner: 6667 });
  assert.deepEqual(discountsOf(decided([border, winner, free(3)])), { winner: 6667, free: 3333 });
});

test('borders that an earlier line has got do not move gifts to other lines', () => {
  const promotions = [
    aPromotion({ ...border, stacking: { priority: 9, policy: 'best-for-buyer' } }),
    aPromotion({ code: 'winner', stacking: { policy: 'best-for-buyer' } }),
  ];
  const lines = [...LINES, { priceKopecks: 500 }, { priceKopecks: 300 }];
  assert.deepEqual(
    decide(promotions, aReceipt({ lines })).lines.map(({ discountKopecks }) => discountKopecks),
    [1000, 50, 30],
  );
});

test('points and a floor stand on the same units as before', () => {
  const earn = { effect: 'earn-percent', params: { rateBasisPoints: 1000 } };
  const earned = decided([
    { ...border, phase: 8 },
    { code: 'winner', phase: 8, then: [earn] },
    {
      code: 'double',
      phase: 8,
      select: only(1),
      then: [{ effect: 'multiply-points', params: { factorHundredths: 200 } }],
    },
  ]);
  // 1,000 points over three units: 334 on the first one.
  assert.deepEqual(pointsOf(earned), [
    ['winner', 1000],
    ['double', 334],
  ]);
  const floor = { effect: 'min-price', params: { priceKopecks: 2000 } };
  const kept = decided([{ ...border, phase: 1, then: [...(border.then ?? []), floor] }, free(1)]);
  assert.deepEqual(discountsOf(kept), { free: 1334 });
});
