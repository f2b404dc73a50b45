import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { unitRange } from './unit-range.ts';

const lines = [
  { sku: 'a', quantityMilli: 2000, priceKopecks: 100 },
  { sku: 'b', quantityMilli: 3000, priceKopecks: 300 },
  { sku: 'c', quantityMilli: 1350, priceKopecks: 100 },
];

test('a stretch of the line-up is picked, both ends included', () => {
  for (const [fromUnit, toUnit, order, targets] of [
    [1, 1, 'as-scanned', [1, 0, 0]],
    [2, 4, 'as-scanned', [1, 2, 0]],
    [3, undefined, 'as-scanned', [0, 3, 1]],
    [6, 9, 'as-scanned', [0, 0, 1]],
    [7, undefined, 'as-scanned', [0, 0, 0]],
    [2, 3, 'cheapest-first', [1, 0, 1]],
    [3, 4, 'dearest-first', [0, 1, 1]],
  ] as const) {
    const params = { fromUnit, order, ...(toUnit === undefined ? {} : { toUnit }) };
    const picked = pickOf(unitRange, params, { lines });
    assert.deepEqual(picked, { targets, companions: [0, 0, 0], sets: 1 }, JSON.stringify(params));
  }
});

test('only the goods stand in line', () => {
  const params = { fromUnit: 2, order: 'as-scanned', skus: ['b', 'c'] };
  assert.deepEqual(pickOf(unitRange, params, { lines }).targets, [0, 2, 1]);
});

test('a stretch that ends before it begins is a mistake', () => {
  const crossed = { fromUnit: 3, toUnit: 2, order: 'as-scanned' };
  assert.equal(unitRange.problems(crossed)[0]?.field, 'toUnit');
  assert.deepEqual(unitRange.problems({ ...crossed, toUnit: 3 }), []);
});
