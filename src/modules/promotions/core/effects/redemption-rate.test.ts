import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { givenBy } from '../../testing/try-builders.ts';
import { redemptionRate } from './redemption-rate.ts';

const rate = (num: number, den: number) => ({ effect: 'redemption-rate', params: { num, den } });
const pay = { effect: 'redemption-cap', params: { shareBasisPoints: 10_000 } };
/** Points and kopecks that are paid of 100 roubles when 30 points are offered. */
const paidBy = (...rates: ReturnType<typeof rate>[]) => {
  const promotions = [[pay], ...rates.map((one) => [one])].map((then, i) =>
    aPromotion({ code: `p${i}`, phase: 7, then }),
  );
  const [redemption] = decide(promotions, aReceipt({ spend: 30, available: 30 })).redemptions;
  return [redemption?.points, redemption?.kopecks];
};

test('it says what a point pays, in the usual currency or a named one', () => {
  const { terms } = givenBy(redemptionRate, { num: 3, den: 2, currencyCode: 'miles' });
  assert.deepEqual(terms, [{ kind: 'rate', currencyCode: 'miles', num: 3, den: 2 }]);
  assert.partialDeepStrictEqual(givenBy(redemptionRate, { num: 3, den: 2 }).terms, [
    { currencyCode: 'bonus' },
  ]);
});

test('it stands instead of the currency’s own rate', () => {
  assert.deepEqual(paidBy(), [30, 30]);
  assert.deepEqual(paidBy(rate(100, 1)), [30, 3000]);
  // 29 points would pay 19 kopecks.
  assert.deepEqual(paidBy(rate(2, 3)), [30, 20]);
});

test('of several rates the highest wins, in whatever order they come', () => {
  assert.deepEqual(paidBy(rate(2, 3), rate(3, 4), rate(1, 2)), [30, 22]);
  assert.deepEqual(paidBy(rate(10, 1), rate(9, 1)), [30, 300]);
  assert.deepEqual(paidBy(rate(9, 1), rate(10, 1)), [30, 300]);
});

test('a point that pays nothing pays for nothing', () => {
  assert.deepEqual(paidBy(rate(0, 1)), [0, 0]);
});
