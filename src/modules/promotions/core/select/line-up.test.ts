import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TryWish, viewOf } from '../../testing/try-builders.ts';
import { compileFilter } from '../basket/goods.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import {
  addPicks,
  countOff,
  everyNth,
  firstUnits,
  lineUp,
  type Order,
  type Pattern,
  type Picks,
  pickByPattern,
} from './line-up.ts';
import { newSelection } from './selection.ts';

const lines = [
  { quantityMilli: 2000, priceKopecks: 100 },
  { quantityMilli: 3000, priceKopecks: 300 },
  { priceKopecks: 100 },
  { quantityMilli: 500, priceKopecks: 900, isWeighed: true },
];
const linedUp = (order: Order, wish: TryWish = {}) => {
  const { view, ready } = viewOf({ lines, ...wish }, (context) => context.goods(compileFilter({})));
  return { view, lined: lineUp(ready, view, order) };
};
const counts = ({ targets, companions }: Pattern, total: number) =>
  Array.from({ length: total + 1 }, (_, n) => [targets(n, total), companions(n, total)]);

test('units stand as scanned or by price, equal prices as scanned', () => {
  for (const [order, slices] of [
    ['as-scanned', [0, 1, 2, 3]],
    ['cheapest-first', [0, 2, 1, 3]],
    ['dearest-first', [3, 1, 0, 2]],
  ] as const) {
    assert.deepEqual(linedUp(order).lined, { slices, total: 7 }, order);
  }
});

test('odd kopecks make no unit dearer than its neighbours', () => {
  const odd = [
    { quantityMilli: 2000, grossKopecks: 200 },
    { quantityMilli: 2000, grossKopecks: 201 },
  ];
  assert.deepEqual(linedUp('dearest-first', { lines: odd }).lined.slices, [0, 1]);
});

test('what is taken does not stand in line', () => {
  const { lined } = linedUp('as-scanned', {
    sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
    change: ({ slices }) => slices.state.set([0, USED_IN_PHASE]),
  });
  assert.deepEqual(lined, { slices: [0, 2, 3], total: 4 });
});

test('the first so many units are targets, and need no companions', () => {
  assert.deepEqual(counts(firstUnits(2), 3), [
    [0, 0],
    [1, 0],
    [2, 0],
    [2, 0],
  ]);
});

test('every third unit is a target once three are full; what is beyond is nothing', () => {
  assert.deepEqual(counts(everyNth(3), 5), [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
});

test('counting off goes through the line-up, and is written down in unit order', () => {
  const { view, lined } = linedUp('cheapest-first');
  const into = newSelection(4);
  pickByPattern(lined, view, { pattern: everyNth(3), into });
  // Cheapest first: two of line 1, then line 3 (a target), then line 2 of three (its last a target).
  assert.deepEqual([...into.slice.subarray(0, into.count)], [0, 1, 2]);
  assert.deepEqual([...into.targets.subarray(0, into.count)], [0, 1, 1]);
  assert.deepEqual([...into.companions.subarray(0, into.count)], [2, 2, 0]);
});

test('several counts add up to one selection', () => {
  const picks: Picks = new Map();
  const units = Int32Array.of(2, 3);
  countOff({ slices: [1], total: 3 }, firstUnits(1), { units, picks });
  countOff({ slices: [0], total: 2 }, everyNth(2), { units, picks });
  const into = newSelection(2);
  addPicks(picks, into);
  assert.deepEqual([...into.slice], [0, 1]);
  assert.deepEqual([...into.targets], [1, 1]);
  assert.deepEqual([...into.companions], [1, 0]);
});
