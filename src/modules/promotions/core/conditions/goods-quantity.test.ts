import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { goodsQuantity } from './goods-quantity.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'milk', groupCodes: ['dairy'], quantityMilli: 2000 },
    { sku: 'cheese', groupCodes: ['dairy'], quantityMilli: 450, isWeighed: true },
    { sku: 'bread', groupCodes: ['bakery'], quantityMilli: 5000 },
  ],
});

test('pieces and weights of the named goods add up', () => {
  assert.equal(checkOf(goodsQuantity, { groupCodes: ['dairy'], minMilli: 2450 }, receipt), null);
  const missed = checkOf(goodsQuantity, { groupCodes: ['dairy'], minMilli: 3000 }, receipt);
  assert.equal(missed?.code, 'goods-quantity-too-small');
  assert.deepEqual(missed?.distance, { unit: 'milli', value: 550 });
});

test('excepted goods do not count', () => {
  const params = { groupCodes: ['dairy'], exceptSkus: ['cheese'], minMilli: 2001 };
  assert.equal(checkOf(goodsQuantity, params, receipt)?.distance?.value, 1);
});

test('more than the upper bound misses without a distance', () => {
  const missed = checkOf(goodsQuantity, { skus: ['milk'], minMilli: 1, maxMilli: 1999 }, receipt);
  assert.deepEqual([missed?.code, missed?.distance], ['goods-quantity-too-large', null]);
});
