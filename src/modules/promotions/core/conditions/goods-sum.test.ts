import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { openBasket } from '../basket.ts';
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
  assert.deepEqual(missed?.distance, { unit: 'kopecks', value: 1000 });
});

test('after discounts the sum is what the goods cost now', () => {
  const basket = openBasket(receipt);
  basket.discountedKopecks[0] = 8000;
  const check = goodsSum.compile(
    { groupCodes: ['dairy'], minKopecks: 9000, stage: 'after-discounts' },
    'promotion',
  );
  assert.deepEqual(check(receipt, basket)?.().distance, { unit: 'kopecks', value: 1000 });
});
