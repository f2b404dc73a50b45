import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket, selectedPart, sum, unitsOf } from './basket.ts';

test('a basket starts at full price with nothing earned', () => {
  const basket = openBasket(aReceipt({ lines: [{ priceKopecks: 300 }, { priceKopecks: 50 }] }));
  assert.deepEqual(basket.discountedKopecks, [300, 50]);
  assert.deepEqual(basket.payableKopecks, [300, 50]);
  assert.deepEqual(basket.points, [0, 0]);
  assert.equal(sum(basket.grossKopecks), 350);
});

test('a selected part of a line is its share, rounded down', () => {
  const basket = openBasket(aReceipt({ lines: [{ quantityMilli: 3000 }, {}, {}] }));
  assert.deepEqual(selectedPart([100, 70, 50], basket, [1000, 1000, 0]), [33, 70, 0]);
});

test('whole quantities split into pieces, weights do not', () => {
  assert.deepEqual([1000, 5000, 1500, 350].map(unitsOf), [1, 5, 1, 1]);
});
