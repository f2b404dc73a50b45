import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { selectedTotal } from './selected-total.ts';

const receipt = aReceipt({ lines: [{ priceKopecks: 3000 }, { sku: 'tea', priceKopecks: 2000 }] });

test('what the promotion selects is summed as it stands', () => {
  assert.equal(checkOf(selectedTotal, { minKopecks: 5000 }, receipt), null);
  const missed = checkOf(selectedTotal, { minKopecks: 6000 }, receipt);
  assert.deepEqual(missed?.distance, { unit: 'kopecks', value: 1000 });
  assert.equal(missed?.code, 'selected-total-too-small');
});

test('nothing selected is a sum of nothing', () => {
  const nothing = { facts: receipt, select: () => undefined };
  assert.equal(checkOf(selectedTotal, { minKopecks: 1 }, nothing)?.distance?.value, 1);
  assert.equal(checkOf(selectedTotal, { minKopecks: 0 }, nothing), null);
});

test('above the upper bound there is no distance', () => {
  const missed = checkOf(selectedTotal, { minKopecks: 0, maxKopecks: 4999 }, receipt);
  assert.deepEqual([missed?.code, missed?.distance], ['selected-total-too-large', null]);
});
