import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { domainOf, isForMembers, ownStepOf, STEP, STEPS, stepOf } from './steps.ts';

test('steps are numbered in the order of the norm, without a gap', () => {
  assert.deepEqual(
    Object.values(STEP),
    Array.from({ length: STEPS }, (_, i) => i),
  );
  const { floors, pricePrelude, price, redemption, pointsPrelude, accrual } = STEP;
  assert.deepEqual([floors, pricePrelude, price], [1, 2, 3]);
  assert.deepEqual([redemption, pointsPrelude, accrual], [9, 10, 11]);
});

for (const [phase, half, step] of [
  [0, null, STEP.identify],
  [1, '1a', STEP.floors],
  [1, null, STEP.price],
  [2, null, STEP.lines],
  [3, null, STEP.sets],
  [4, null, STEP.basket],
  [5, null, STEP.coupons],
  [6, null, STEP.correction],
  [7, null, STEP.redemption],
  [8, null, STEP.accrual],
  [8, '8b', STEP.multiplying],
  [9, null, STEP.followUps],
  [10, null, STEP.afterConfirm],
] as const) {
  test(`phase ${phase}${half === null ? '' : ` (${half})`} is step ${step}`, () => {
    assert.equal(ownStepOf(aPromotion({ phase }), half), step);
  });
}

test('prices are 1b to 5 with their prelude, points 8a and 8b with theirs, the rest is free', () => {
  const domains = Object.values(STEP).map(domainOf);
  const free = 'none';
  assert.deepEqual(domains, [
    ...[free, free],
    ...['price', 'price', 'price', 'price', 'price', 'price'],
    ...[free, free],
    ...['points', 'points', 'points'],
    ...[free, free],
  ]);
});

test('one that excludes all others plays in the prelude of its domain', () => {
  const all = (phase: number) => aPromotion({ phase, stacking: { exclusive: 'all' } });
  assert.equal(stepOf(all(5), STEP.coupons), STEP.pricePrelude);
  assert.equal(stepOf(all(8), STEP.accrual), STEP.pointsPrelude);
  assert.equal(stepOf(aPromotion({ phase: 5 }), STEP.coupons), STEP.coupons);
});

test('paying with points and earning them are for members', () => {
  const steps = Object.values(STEP).filter(isForMembers);
  assert.deepEqual(steps, [STEP.redemption, STEP.pointsPrelude, STEP.accrual, STEP.multiplying]);
});
