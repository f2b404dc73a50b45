import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, setsOf, type TryWish } from '../../testing/try-builders.ts';
import { sets } from '../selectors/sets.ts';
import { setPrice } from './set-price.ts';

const lines = [
  { sku: 'coffee', quantityMilli: 2000, priceKopecks: 300 },
  { sku: 'cake', quantityMilli: 2000, priceKopecks: 250 },
  { sku: 'tea' },
];
const offOf = (priceKopecks: number, params: object, wish: TryWish = {}) =>
  givenBy(setPrice, { priceKopecks }, { lines, select: [sets, params], ...wish }).off;
const once = { ...setsOf(['coffee'], ['cake']), maxSets: 1 };

test('what the goods of the sets cost above the price is spread over them by price', () => {
  // 230 off 300 and 250: 125.45 and 104.55.
  assert.deepEqual(offOf(320, once), [125, 105, 0]);
  assert.deepEqual(offOf(320, setsOf(['coffee'], ['cake'])), [251, 209, 0]);
});

test('a price above what the goods cost changes nothing', () => {
  assert.deepEqual(offOf(550, once), [0, 0, 0]);
  assert.deepEqual(offOf(551, once), [0, 0, 0]);
  assert.deepEqual(offOf(10_000_000_000_000, setsOf(['coffee'], ['cake'])), [0, 0, 0]);
});

test('a set may be free, down to the floors of its goods', () => {
  assert.deepEqual(offOf(0, once), [300, 250, 0]);
  const floored = [{ sku: 'coffee', priceKopecks: 300, minPriceKopecks: 280 }, ...lines.slice(1)];
  assert.deepEqual(offOf(320, once, { lines: floored }), [20, 210, 0]);
});

test('the price is that of the targets: what is merely needed is paid for apart', () => {
  const [coffee, cake] = once.components;
  const params = { components: [coffee, { ...cake, isTarget: false }], maxSets: 1 };
  assert.deepEqual(offOf(100, params), [200, 0, 0]);
});

test('it fits sets only', () => {
  assert.deepEqual(setPrice.selectors, ['sets']);
  assert.deepEqual(setPrice.phases, [3, 5]);
});
