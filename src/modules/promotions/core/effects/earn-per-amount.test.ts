import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { earnPerAmount } from './earn-per-amount.ts';

test('points come for full steps of the selected goods together', () => {
  const receipt = aReceipt({ lines: [{ priceKopecks: 5999 }, { priceKopecks: 4001 }] });
  const params = { points: 3, perKopecks: 10_000 };
  assert.deepEqual(grantOf(earnPerAmount, params, receipt), {
    kind: 'points',
    points: 3,
    weights: [5999, 4001],
    lifetime: { activeAfterDays: 0, lifetimeDays: null },
  });
  const grant = grantOf(earnPerAmount, params, partOf(receipt, [1000, 0]));
  assert.equal(grant?.kind === 'points' && grant.points, 0);
});
