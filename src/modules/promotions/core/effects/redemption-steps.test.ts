import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { givenBy } from '../../testing/try-builders.ts';
import { redemptionSteps } from './redemption-steps.ts';

const pay = { effect: 'redemption-cap', params: { shareBasisPoints: 10_000 } };
const steps = (params: object) => ({ effect: 'redemption-steps', params: { ...params } });
/** Points that are paid of `spend`, and the most that could be, out of 95 on a receipt of 100 roubles. */
const paidBy = (spend: number, ...terms: readonly object[]) => {
  const promotions = [[pay], ...terms.map((one) => [steps(one)])].map((then, i) =>
    aPromotion({ code: `p${i}`, phase: 7, then }),
  );
  const [redemption] = decide(promotions, aReceipt({ spend, available: 95 })).redemptions;
  return [redemption?.points, redemption?.redeemablePointsMax];
};

test('what is not said binds nothing', () => {
  assert.deepEqual(givenBy(redemptionSteps, { minPoints: 5 }).terms, [
    { kind: 'steps', currencyCode: 'bonus', minPoints: 5, stepPoints: 1, maxPoints: 0 },
  ]);
});

test('points are paid in full steps', () => {
  assert.deepEqual(paidBy(47, { stepPoints: 10 }), [40, 90]);
  assert.deepEqual(paidBy(9, { stepPoints: 10 }), [0, 90]);
});

test('less than the least is nothing, more than the most is the most', () => {
  assert.deepEqual(paidBy(49, { minPoints: 50 }), [0, 95]);
  assert.deepEqual(paidBy(50, { minPoints: 50 }), [50, 95]);
  assert.deepEqual(paidBy(95, { minPoints: 96 }), [0, 0]);
  assert.deepEqual(paidBy(95, { maxPoints: 60 }), [60, 60]);
});

test('of several the strictest holds: largest least, least most, common multiple of steps', () => {
  const both = [
    { minPoints: 10, maxPoints: 90, stepPoints: 6 },
    { minPoints: 40, maxPoints: 80, stepPoints: 8 },
  ];
  for (const terms of [both, both.toReversed()]) {
    assert.deepEqual(paidBy(95, ...terms), [72, 72]);
    assert.deepEqual(paidBy(47, ...terms), [0, 72]);
    assert.deepEqual(paidBy(71, ...terms), [48, 72]);
  }
});

test('steps that say nothing or cross are a mistake', () => {
  const code = (params: object) => redemptionSteps.problems(params)[0]?.code;
  assert.equal(code({}), 'steps-unclear');
  assert.equal(code({ minPoints: 6, maxPoints: 5 }), 'steps-unclear');
  assert.equal(code({ minPoints: 5, maxPoints: 5 }), undefined);
});
