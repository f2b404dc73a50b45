import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { earnFixed } from './earn-fixed.ts';

const receipt = aReceipt({
  lines: [
    { quantityMilli: 3000, priceKopecks: 100 },
    { quantityMilli: 1350, priceKopecks: 100 },
  ],
});
const pointsOf = (per: string, selection?: readonly number[]) => {
  const grant = grantOf(earnFixed, { points: 10, per }, partOf(receipt, selection));
  return grant?.kind === 'points' ? grant.points : null;
};

test('points come once per receipt, or for each unit with a weighed line as one', () => {
  assert.equal(pointsOf('receipt'), 10);
  assert.equal(pointsOf('unit'), 40);
  assert.equal(pointsOf('unit', [2000, 0]), 20);
});

test('a receipt that costs nothing can still earn its points', () => {
  const free = aReceipt({ lines: [{ priceKopecks: 0, quantityMilli: 2000 }, { priceKopecks: 0 }] });
  const grant = grantOf(earnFixed, { points: 10, per: 'receipt' }, free);
  assert.deepEqual(grant?.kind === 'points' && grant.weights, [2000, 1000]);
});
