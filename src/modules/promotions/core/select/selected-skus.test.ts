import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TryWish, trialOf } from '../../testing/try-builders.ts';
import { splitSlice } from '../basket/split.ts';
import { everyNthUnit } from '../selectors/every-nth-unit.ts';
import { linesOf, placesBySku } from './selected-skus.ts';

const lines = [
  { sku: 'tea', quantityMilli: 3000 },
  { sku: 'milk' },
  { sku: 'tea' },
  { sku: 'soap' },
];
const split: TryWish['change'] = (basket) => splitSlice(basket, 0, 1);

test('places are grouped by SKU in order of their first units', () => {
  assert.deepEqual(placesBySku(trialOf({ lines })), [[0, 2], [1], [3]]);
  assert.deepEqual(placesBySku(trialOf({ lines, change: split })), [[0, 1, 3], [2], [4]]);
});

test('a line counts once, in however many slices it lies', () => {
  assert.equal(linesOf(trialOf({ lines, change: split })), 4);
  assert.equal(linesOf(trialOf({ lines: [] })), 0);
});

test('goods that are merely needed do not count', () => {
  const select: TryWish['select'] = [everyNthUnit, { number: 5, order: 'as-scanned' }];
  const trial = trialOf({ lines, select });
  // The fifth unit is the second tea.
  assert.deepEqual(placesBySku(trial), [[2]]);
  assert.equal(linesOf(trial), 1);
});
