import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { goodsQuantity } from './goods-quantity.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'milk', groupCodes: ['dairy'], quantityMilli: 2000 },
    { sku: 'cheese', groupCodes: ['dairy'], quantityMilli: 450 },
    { sku: 'bread', groupCodes: ['bakery'], quantityMilli: 5000 },
  ],
});

test('pieces and weights of the named goods add up', () => {
  assert.equal(checkOf(goodsQuantity, { groupCodes: ['dairy'], minMilli: 2450 }, receipt), null);
  const missed = checkOf(goodsQuantity, { groupCodes: ['dairy'], minMilli: 3000 }, receipt);
  assert.deepEqual(missed?.distance, { unit: 'milli', value: 550 });
});

test('excepted goods do not count', () => {
  const params = { groupCodes: ['dairy'], exceptSkus: ['cheese'], minMilli: 2001 };
  assert.deepEqual(checkOf(goodsQuantity, params, receipt)?.distance, { unit: 'milli', value: 1 });
});

test('the index may skip a quantity of goods that the basket does not hold', () => {
  const params = { groupCodes: ['dairy'], minMilli: 1 };
  assert.deepEqual(goodsQuantity.goods(params), { groupCodes: ['dairy'], skus: [] });
  assert.equal(goodsQuantity.goods({ minMilli: 1 }), null);
});
