import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { giftGoods } from './gift-goods.ts';

const LINES = [
  { sku: 'a', quantityMilli: 2000, priceKopecks: 300 },
  { sku: 'b', quantityMilli: 3000, priceKopecks: 100 },
];
const offOf = (params: object, wish: TryWish = {}) =>
  givenBy(giftGoods, params, { lines: LINES, ...wish }).off;

test('the cheapest units are given, and they cost nothing', () => {
  assert.deepEqual(offOf({ maxUnits: 1 }), [0, 100]);
  assert.deepEqual(offOf({ maxUnits: 4 }), [300, 300]);
  assert.deepEqual(offOf({}), [600, 300]);
});

test('a gift may have a token price, per unit and by weight; a higher one gives nothing', () => {
  assert.deepEqual(offOf({ priceKopecks: 1, maxUnits: 4 }), [299, 297]);
  assert.deepEqual(offOf({ priceKopecks: 200, maxUnits: 4 }), [100, 0]);
  const weighed = [{ quantityMilli: 1500, priceKopecks: 100, isWeighed: true }];
  assert.deepEqual(offOf({ priceKopecks: 1 }, { lines: weighed }), [148]);
});

test('a unit that is given brings its odd kopecks along', () => {
  const lines = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
  assert.deepEqual(offOf({ maxUnits: 1 }, { lines }), [3334]);
  assert.deepEqual(offOf({ maxUnits: 2 }, { lines }), [6667]);
});

test('only what is selected is given, equal prices as scanned', () => {
  const select: TryWish['select'] = [cheapestUnits, { count: 2 }];
  assert.deepEqual(offOf({ maxUnits: 5 }, { select }), [0, 200]);
  assert.deepEqual(offOf({ maxUnits: 1 }, { lines: [{}, {}] }), [10_000, 0]);
});

test('a gift has the room of its own units', () => {
  const lines = [{ quantityMilli: 2000, priceKopecks: 300, minPriceKopecks: 120 }];
  assert.deepEqual(offOf({ maxUnits: 1 }, { lines }), [180]);
  assert.deepEqual(offOf({}, { lines }), [360]);
});
