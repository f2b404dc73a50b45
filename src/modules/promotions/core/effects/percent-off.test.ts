import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineWish } from '../../testing/builders.ts';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { splitSlice } from '../basket/split.ts';
import { aboveThreshold } from '../selectors/above-threshold.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { percentOff } from './percent-off.ts';

const offOf = (rateBasisPoints: unknown, wish: TryWish) =>
  givenBy(percentOff, { rateBasisPoints }, wish).off;
const priced = (...prices: number[]): LineWish[] =>
  prices.map((priceKopecks) => ({ priceKopecks }));

test('each line is rounded to the nearest kopeck on its own, halves up', () => {
  assert.deepEqual(offOf(1000, { lines: priced(1005, 1004, 4, 5, 1) }), [101, 100, 0, 1, 0]);
  assert.deepEqual(offOf(5000, { lines: priced(1, 0) }), [1, 0]);
});

test('a programme may round percentages down', () => {
  const settings = { percentRounding: 'down' } as const;
  assert.deepEqual(offOf(1000, { lines: priced(1005, 1009, 9), settings }), [100, 100, 0]);
});

test('a line is rounded once, not once per unit and not once per slice', () => {
  const lines = [{ quantityMilli: 3000, priceKopecks: 105 }];
  assert.deepEqual(offOf(1000, { lines }), [32]);
  const change: TryWish['change'] = (basket) => splitSlice(basket, 0, 1);
  assert.deepEqual(offOf(1000, { lines, change }), [11, 21]);
});

test('a part of a line gives a part of its price', () => {
  const lines = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
  const one: TryWish = { lines, select: [cheapestUnits, { count: 1 }] };
  assert.deepEqual(offOf(10_000, one), [3334]);
  assert.deepEqual(offOf(5000, one), [1667]);
});

test('nothing sinks below its floor', () => {
  const lines = [{ priceKopecks: 1000, minPriceKopecks: 950 }, { isNonDiscountable: true }];
  assert.deepEqual(offOf(1000, { lines }), [50, 0]);
});

test('a share is of the base, or of the price as it stands; the room is what stands', () => {
  const lines = priced(1000);
  const change: TryWish['change'] = ({ slices }) => slices.price.set([400]);
  assert.deepEqual(offOf(5000, { lines, change }), [400]);
  assert.deepEqual(offOf(3000, { lines, change }), [300]);
  assert.deepEqual(offOf(5000, { lines, change, usesBase: false }), [200]);
});

test('a rate may differ by line; beyond 100 % it is all, below 0 nothing', () => {
  const lines = [1000, 20_000, -5].map((rate) => ({ priceKopecks: 200, attributes: { rate } }));
  assert.deepEqual(offOf({ attribute: 'rate' }, { lines }), [20, 200, 0]);
  // Of 600 only 300 are above the threshold, half of each line.
  const select: TryWish['select'] = [aboveThreshold, { thresholdKopecks: 300 }];
  assert.deepEqual(offOf({ attribute: 'rate' }, { lines, select }), [10, 100, 0]);
});
