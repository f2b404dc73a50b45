import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineWish } from '../../testing/builders.ts';
import { pickOf } from '../../testing/try-builders.ts';
import { cheapestUnits } from './cheapest-units.ts';

const LINES: readonly LineWish[] = [
  { sku: 'a', quantityMilli: 2000, priceKopecks: 300 },
  { sku: 'b', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'c', quantityMilli: 1000, priceKopecks: 200 },
];
const targetsOf = (params: object, lines = LINES) =>
  pickOf(cheapestUnits, params, { lines }).targets;

test('the cheapest units are taken one by one', () => {
  assert.deepEqual(targetsOf({ count: 1 }), [0, 1, 0]);
  assert.deepEqual(targetsOf({ count: 4 }), [0, 3, 1]);
  assert.deepEqual(targetsOf({ count: 5 }), [1, 3, 1]);
  assert.deepEqual(targetsOf({ count: 99 }), [2, 3, 1]);
});

test('too few units of the goods are none', () => {
  assert.deepEqual(targetsOf({ count: 1, minUnits: 6 }), [0, 1, 0]);
  assert.deepEqual(targetsOf({ count: 1, minUnits: 7 }), [0, 0, 0]);
  assert.deepEqual(targetsOf({ count: 1, minUnits: 3, skus: ['a', 'c'] }), [0, 0, 1]);
  assert.deepEqual(targetsOf({ count: 1, minUnits: 4, skus: ['a', 'c'] }), [0, 0, 0]);
});

test('a weighed line is one unit at what it costs, whatever it weighs', () => {
  const weighed = [
    { quantityMilli: 1500, priceKopecks: 100, isWeighed: true },
    { priceKopecks: 160 },
  ];
  assert.deepEqual(targetsOf({ count: 1 }, weighed), [1, 0]);
});

test('equal prices go as scanned; units are compared without their odd kopecks', () => {
  assert.deepEqual(targetsOf({ count: 1 }, [{}, {}]), [1, 0]);
  const odd = [{ grossKopecks: 101, quantityMilli: 2000 }, { priceKopecks: 50 }];
  assert.deepEqual(targetsOf({ count: 2 }, odd), [2, 0]);
});

test('what costs nothing is the cheapest', () => {
  assert.deepEqual(targetsOf({ count: 1 }, [{ priceKopecks: 1 }, { grossKopecks: 0 }]), [0, 1]);
});
