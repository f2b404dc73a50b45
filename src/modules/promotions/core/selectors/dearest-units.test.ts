import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineWish } from '../../testing/builders.ts';
import { pickOf, type TryWish } from '../../testing/try-builders.ts';
import { dearestUnits } from './dearest-units.ts';

const LINES: readonly LineWish[] = [
  { sku: 'a', quantityMilli: 2000, priceKopecks: 200 },
  { sku: 'b', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'c', quantityMilli: 1000, priceKopecks: 300 },
];
const targetsOf = (params: object, wish: TryWish = {}) =>
  pickOf(dearestUnits, params, { lines: LINES, ...wish }).targets;

test('the dearest units are taken one by one', () => {
  assert.deepEqual(targetsOf({ count: 1 }), [0, 0, 1]);
  assert.deepEqual(targetsOf({ count: 2 }), [1, 0, 1]);
  assert.deepEqual(targetsOf({ count: 4 }), [2, 1, 1]);
  assert.deepEqual(targetsOf({ count: 2, skus: ['b'] }), [0, 2, 0]);
});

test('too few units of the goods are none', () => {
  assert.deepEqual(targetsOf({ count: 1, minUnits: 6 }), [0, 0, 1]);
  assert.deepEqual(targetsOf({ count: 1, minUnits: 7 }), [0, 0, 0]);
});

test('equal prices go as scanned', () => {
  assert.deepEqual(targetsOf({ count: 1 }, { lines: [{}, {}] }), [1, 0]);
});

test('dear is what costs most on the base, or as it stands where the promotion counts so', () => {
  const change: TryWish['change'] = ({ slices }) => slices.price.set([400, 100, 50]);
  assert.deepEqual(targetsOf({ count: 1 }, { change }), [0, 0, 1]);
  assert.deepEqual(targetsOf({ count: 1 }, { change, usesBase: false }), [1, 0, 0]);
});
