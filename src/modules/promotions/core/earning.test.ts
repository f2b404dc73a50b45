import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { earningKopecks, pointsAt, sharingWeights } from './earning.ts';

test('points are rounded down and capped, so that no slip of the hand stops a till', () => {
  assert.equal(pointsAt({ num: 5, den: 100 }, 1999), 99);
  assert.equal(pointsAt({ num: 1_000_000_000, den: 1 }, 1_000_000_000), 10_000_000_000_000);
});

test('earning money is what is payable, or the gross price', () => {
  const basket = openBasket(aReceipt());
  basket.payableKopecks[0] = 5;
  assert.deepEqual(earningKopecks('payable', basket, [1000]), [5]);
  assert.deepEqual(earningKopecks('gross', basket, [1000]), [10_000]);
});

test('points that no money earned are shared by price, then by quantity', () => {
  const priced = openBasket(aReceipt({ lines: [{ priceKopecks: 30 }, { priceKopecks: 10 }] }));
  assert.deepEqual(sharingWeights([1, 0], priced, [1000, 1000]), [1, 0]);
  assert.deepEqual(sharingWeights([0, 0], priced, [1000, 1000]), [30, 10]);
  const free = openBasket(aReceipt({ lines: [{ priceKopecks: 0 }, { priceKopecks: 0 }] }));
  assert.deepEqual(sharingWeights([0, 0], free, [0, 1000]), [0, 1000]);
});
