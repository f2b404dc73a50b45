import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, pickOf } from '../../testing/builders.ts';
import { everyNthUnit } from './every-nth-unit.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'cheap', quantityMilli: 2000, priceKopecks: 100 },
    { sku: 'dear', quantityMilli: 4000, priceKopecks: 300 },
    { sku: 'middle', quantityMilli: 1000, priceKopecks: 200 },
  ],
});

test('units are counted over the lines as scanned', () => {
  const params = { number: 3, order: 'as-scanned' };
  assert.deepEqual(pickOf(everyNthUnit, params, receipt), [0, 2000, 0]);
});

test('lined up dearest first, the cheapest of each group is picked', () => {
  const params = { number: 3, order: 'dearest-first' };
  assert.deepEqual(pickOf(everyNthUnit, params, receipt), [1000, 1000, 0]);
});

test('fewer units than the number give nothing', () => {
  const params = { number: 3, order: 'as-scanned', skus: ['cheap'] };
  assert.equal(pickOf(everyNthUnit, params, receipt), null);
});
