import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, pickOf } from '../../testing/builders.ts';
import { cheapestUnits } from './cheapest-units.ts';

const receipt = aReceipt({
  lines: [
    { sku: 'a', quantityMilli: 2000, priceKopecks: 300 },
    { sku: 'b', quantityMilli: 3000, priceKopecks: 100 },
    { sku: 'c', quantityMilli: 1000, priceKopecks: 200 },
  ],
});

test('the cheapest units are taken one by one, cheapest first', () => {
  assert.deepEqual(pickOf(cheapestUnits, { count: 1 }, receipt), [0, 1000, 0]);
  assert.deepEqual(pickOf(cheapestUnits, { count: 5 }, receipt), [1000, 3000, 1000]);
  assert.deepEqual(pickOf(cheapestUnits, { count: 99 }, receipt), [2000, 3000, 1000]);
});

test('a weighed line is one unit, whatever it weighs', () => {
  const weighed = aReceipt({
    lines: [
      { quantityMilli: 1500, priceKopecks: 100 },
      { quantityMilli: 1000, priceKopecks: 160 },
    ],
  });
  assert.deepEqual(pickOf(cheapestUnits, { count: 1 }, weighed), [1500, 0]);
});

test('equal prices go as scanned', () => {
  assert.deepEqual(pickOf(cheapestUnits, { count: 1 }, aReceipt({ lines: [{}, {}] })), [1000, 0]);
});
