import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { goodsSum } from './goods-sum.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'milk', groupCodes: ['dairy'], priceKopecks: 9000 },
    { sku: 'bread', groupCodes: ['bakery'], priceKopecks: 4000 },
  ],
});

test('only the named goods count towards the sum', () => {
  assert.equal(checkOf(goodsSum, { skus: ['milk'], minKopecks: 9000 }, receipt), null);
  const missed = checkOf(goodsSum, { skus: ['milk'], minKopecks: 10_000 }, receipt);
  assert.equal(missed?.code, 'goods-sum-too-small');
  assert.deepEqual(missed?.distance, { unit: 'kopecks', value: 1000 });
});

test('too much of the goods misses without a distance', () => {
  const missed = checkOf(goodsSum, { skus: ['milk'], minKopecks: 1, maxKopecks: 8999 }, receipt);
  assert.deepEqual([missed?.code, missed?.distance], ['goods-sum-too-large', null]);
});

test('goods that are not there lack the whole sum', () => {
  const missed = checkOf(goodsSum, { groupCodes: ['tea'], minKopecks: 500 }, receipt);
  assert.equal(missed?.distance?.value, 500);
});

test('after discounts the sum is what the goods cost now', () => {
  const params = { groupCodes: ['dairy'], minKopecks: 9000, stage: 'after-discounts' };
  const missed = checkOf(goodsSum, params, {
    facts: receipt,
    change: ({ slices }) => {
      slices.price[0] = 8000;
    },
  });
  assert.equal(missed?.distance?.value, 1000);
});

test('its goods are known to the index', () => {
  assert.deepEqual(goodsSum.goods({ skus: ['milk'], minKopecks: 1 })[0]?.names?.skus, ['milk']);
});
