import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { splitSlice } from '../basket/split.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { roundDownLines } from './round-down-lines.ts';

const offOf = (stepKopecks: number, wish: TryWish) =>
  givenBy(roundDownLines, { stepKopecks }, wish).off;

test('each line comes down to full steps by itself', () => {
  const lines = [1099, 80, 100, 0].map((grossKopecks) => ({ grossKopecks }));
  assert.deepEqual(offOf(100, { lines }), [99, 80, 0, 0]);
  assert.deepEqual(offOf(2, { lines }), [1, 0, 0, 0]);
});

test('a line without room for all of it stays as it is', () => {
  const lines = [1099, 1099].map((priceKopecks, i) => ({
    priceKopecks,
    minPriceKopecks: 1000 + i,
  }));
  assert.deepEqual(offOf(100, { lines }), [99, 0]);
});

test('the whole line is rounded, though a part of it bears that', () => {
  const lines = [{ quantityMilli: 3000, grossKopecks: 1099 }];
  const one: TryWish = { lines, select: [cheapestUnits, { count: 1 }] };
  assert.deepEqual(offOf(100, one), [99]);
  // A unit of 367 cannot bear 1,099 mod 1,000 twice over: it bears 99, never 1,099 mod 600 = 499.
  assert.deepEqual(offOf(600, one), [0]);
});

test('slices of a line bear it together, by price', () => {
  const lines = [{ quantityMilli: 4000, grossKopecks: 1090 }];
  const change: TryWish['change'] = (basket) => splitSlice(basket, 0, 1);
  // 90 by 273 and 817: 22.54 and 67.46.
  assert.deepEqual(offOf(100, { lines, change }), [23, 67]);
});
