import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { lineUp, takeUnits, wholeLines } from './units.ts';

const basket = openBasket(
  aReceipt({
    lines: [
      { quantityMilli: 2000, priceKopecks: 100 },
      { quantityMilli: 1500, priceKopecks: 100 },
      { quantityMilli: 1000, priceKopecks: 50 },
    ],
  }),
);

test('lines stand as scanned or by the price of one unit', () => {
  assert.deepEqual(
    lineUp(basket, () => true, 'as-scanned'),
    [0, 1, 2],
  );
  assert.deepEqual(
    lineUp(basket, () => true, 'cheapest-first'),
    [2, 0, 1],
  );
  assert.deepEqual(
    lineUp(basket, () => true, 'dearest-first'),
    [1, 0, 2],
  );
});

test('taken units are pieces, or a weighed line as it is', () => {
  assert.deepEqual(
    takeUnits(basket, [0, 1], () => 1),
    [1000, 1500, 0],
  );
  assert.equal(
    takeUnits(basket, [0, 1], () => 0),
    null,
  );
});

test('whole lines are picked by a test', () => {
  assert.deepEqual(
    wholeLines(basket, (_, place) => place === 1),
    [0, 1500, 0],
  );
  assert.equal(
    wholeLines(basket, () => false),
    null,
  );
});
