import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, pickOf } from '../../testing/try-builders.ts';
import { earnPercent } from '../effects/earn-percent.ts';
import { percentOff } from '../effects/percent-off.ts';
import { redemptionCap } from '../effects/redemption-cap.ts';
import { aboveThreshold } from './above-threshold.ts';

const lines = [{ sku: 'a', priceKopecks: 3000 }, { sku: 'b', priceKopecks: 1000 }, { sku: 'c' }];
const wish = (thresholdKopecks: number) => ({
  lines,
  select: [aboveThreshold, { thresholdKopecks, skus: ['a', 'b'] }] as const,
});

test('all of the goods are targets, however much of them is above', () => {
  const params = { thresholdKopecks: 999_999, skus: ['a', 'b'] };
  assert.deepEqual(pickOf(aboveThreshold, params, { lines }).targets, [1, 1, 0]);
});

test('money is counted from what is above the threshold, shared by price', () => {
  // 10 % of 1,500 and of 500: what is above 2,000 of 4,000.
  assert.deepEqual(givenBy(percentOff, { rateBasisPoints: 1000 }, wish(2000)).off, [150, 50, 0]);
  assert.deepEqual(givenBy(percentOff, { rateBasisPoints: 10_000 }, wish(3999)).off, [1, 0, 0]);
  assert.equal(givenBy(percentOff, { rateBasisPoints: 10_000 }, wish(4000)).discount, 0);
});

test('points are counted from what is above too', () => {
  const [grant] = givenBy(earnPercent, { rateBasisPoints: 1000 }, wish(2000)).points;
  assert.equal(grant?.points, 200);
  assert.deepEqual(grant?.bySlice, [150, 50, 0]);
});

test('what points may pay knows no threshold', () => {
  const { redeemable } = givenBy(redemptionCap, { shareBasisPoints: 5000 }, wish(2000));
  assert.deepEqual(redeemable, [{ currencyCode: 'bonus', bySlice: [1500, 500, 0] }]);
});
