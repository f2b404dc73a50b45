import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { milliOfLines, skusOfLines, unitsOfLines } from './line-sums.ts';

const basket = aBasket(
  aReceipt({
    lines: [
      { sku: 'tea', quantityMilli: 2000 },
      { sku: 'cheese', quantityMilli: 350 },
      { sku: 'tea', quantityMilli: 1000 },
    ],
  }),
);
const lines = (...places: number[]) => ({ count: places.length, places: Int32Array.from(places) });

test('thousandths, units and SKUs of some lines', () => {
  assert.equal(milliOfLines(basket, lines(0, 1)), 2350);
  assert.equal(unitsOfLines(basket, lines(0, 1, 2)), 4);
  assert.equal(skusOfLines(basket, lines(0, 1, 2)), 2);
  assert.equal(skusOfLines(basket, lines()), 0);
});
