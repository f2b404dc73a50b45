import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TryWish, trialOf } from '../../testing/try-builders.ts';
import { TOUCHED_NOW, USED_IN_PHASE } from '../basket/slices.ts';
import { everyNthUnit } from '../selectors/every-nth-unit.ts';
import { applySelection } from './apply-selection.ts';

const applied = (number: number, marks: number) => {
  const select: TryWish['select'] = [everyNthUnit, { number, order: 'as-scanned' }];
  const lines = [
    { quantityMilli: 5000, priceKopecks: 100 },
    { quantityMilli: 3000, priceKopecks: 10 },
  ];
  const { basket, selection } = trialOf({ lines, select });
  applySelection(basket, selection, marks);
  const { slices } = basket;
  const first = (list: ArrayLike<number>) => Array.from(list).slice(0, slices.count);
  return {
    units: first(slices.units),
    prices: first(slices.price),
    marks: first(slices.state),
    basketMarks: basket.sliceMarks,
    places: [...selection.slice.subarray(0, selection.count)],
  };
};

test('targets come first, companions next, what was not needed last', () => {
  const used = TOUCHED_NOW | USED_IN_PHASE;
  // Of 8 units numbers 3 and 6 are targets, 4 are their companions, 2 are left over.
  assert.deepEqual(applied(3, USED_IN_PHASE), {
    units: [1, 4, 1, 2],
    prices: [100, 400, 10, 20],
    marks: [used, used, used, 0],
    basketMarks: used,
    places: [0, 2],
  });
});

test('units that were used are marked as touched even when they are not taken', () => {
  const { units, marks } = applied(2, 0);
  assert.deepEqual(units, [2, 3, 2, 1]);
  assert.deepEqual(marks, [TOUCHED_NOW, TOUCHED_NOW, TOUCHED_NOW, TOUCHED_NOW]);
});

test('a slice of companions only is marked and stays whole', () => {
  const { units, marks, places } = applied(8, 0);
  assert.deepEqual(units, [5, 1, 2]);
  assert.deepEqual(marks, [TOUCHED_NOW, TOUCHED_NOW, TOUCHED_NOW]);
  assert.deepEqual(places, [0, 1]);
});
