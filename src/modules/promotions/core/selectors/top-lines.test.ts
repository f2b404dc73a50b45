import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf, type TryWish } from '../../testing/try-builders.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { splitSlice } from '../basket/split.ts';
import { topLines } from './top-lines.ts';

const LINES = [
  { sku: 'a', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'b', priceKopecks: 250 },
  { sku: 'c', quantityMilli: 1500, priceKopecks: 200, isWeighed: true },
];
const targetsOf = (params: object, wish: TryWish = {}) =>
  pickOf(topLines, params, { lines: LINES, ...wish }).targets;

test('the lines that cost most in all are picked, ties in order', () => {
  assert.deepEqual(targetsOf({ count: 1 }), [3, 0, 0]);
  assert.deepEqual(targetsOf({ count: 2 }), [3, 0, 1]);
  assert.deepEqual(targetsOf({ count: 1, skus: ['b', 'c'] }), [0, 0, 1]);
  assert.deepEqual(targetsOf({ count: 5 }), [3, 1, 1]);
});

test('what counts is the price as it stands, even where the base is counted from', () => {
  const change: TryWish['change'] = ({ slices }) => slices.price.set([200, 250, 300]);
  assert.deepEqual(targetsOf({ count: 1 }, { change }), [0, 0, 1]);
});

test('a line counts whole, taken units too, unless nothing of it is left', () => {
  const wish = (taken: readonly number[]): TryWish => ({
    sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
    change: (basket) => {
      splitSlice(basket, 0, 2);
      for (const slice of taken) basket.slices.state[slice] = USED_IN_PHASE;
    },
  });
  assert.deepEqual(targetsOf({ count: 1 }, wish([0])), [0, 1, 0, 0]);
  assert.deepEqual(targetsOf({ count: 1 }, wish([0, 1])), [0, 0, 0, 1]);
});
