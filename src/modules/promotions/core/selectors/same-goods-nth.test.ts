import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { sameGoodsNth } from './same-goods-nth.ts';

const lines = [
  { sku: 'tea', quantityMilli: 1000, priceKopecks: 300 },
  { sku: 'milk', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'tea', quantityMilli: 2000, priceKopecks: 200 },
  { sku: 'soap', quantityMilli: 1000, priceKopecks: 50 },
];
const pick = (params: object) => pickOf(sameGoodsNth, params, { lines });

test('units are counted for each SKU apart, over all of its lines', () => {
  assert.deepEqual(pick({ number: 3, order: 'as-scanned' }), {
    targets: [0, 1, 1, 0],
    companions: [1, 2, 1, 0],
    sets: 1,
  });
});

test('the order decides which units of a SKU are targets', () => {
  const pair = { number: 2, skus: ['tea'] };
  assert.deepEqual(pick({ ...pair, order: 'dearest-first' }).targets, [0, 0, 1, 0]);
  assert.deepEqual(pick({ ...pair, order: 'dearest-first' }).companions, [1, 0, 0, 0]);
  assert.deepEqual(pick({ ...pair, order: 'cheapest-first' }).targets, [0, 0, 1, 0]);
  assert.deepEqual(pick({ ...pair, order: 'cheapest-first' }).companions, [0, 0, 1, 0]);
});

test('different goods never make up a number together', () => {
  assert.deepEqual(pick({ number: 4, order: 'as-scanned' }).targets, [0, 0, 0, 0]);
});
