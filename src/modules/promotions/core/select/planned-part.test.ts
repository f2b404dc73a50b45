import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from '../../testing/try-builders.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { splitSlice } from '../basket/split.ts';
import { selectPart, stretchOf } from './planned-part.ts';
import { newSelection } from './selection.ts';

const opened = () =>
  viewOf(
    {
      lines: [{ sku: 'milk' }, { sku: 'tea', quantityMilli: 6000 }],
      sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
      change: (basket) => splitSlice(basket, 1, 2),
    },
    () => null,
  ).view;

test('a slice is remembered by the stretch of its line’s units', () => {
  const { basket } = opened();
  assert.deepEqual(stretchOf(basket, { slice: 2, targets: 1, companions: 2 }), {
    line: 1,
    from: 2,
    to: 6,
    targets: 1,
    companions: 2,
  });
  assert.partialDeepStrictEqual(stretchOf(basket, { slice: 1, targets: 2, companions: 0 }), {
    from: 0,
    to: 2,
  });
});

test('a part of a plan is found again after others have split the slices and taken units', () => {
  const view = opened();
  const { basket } = view;
  const stretch = stretchOf(basket, { slice: 2, targets: 1, companions: 1 });
  // A winner before it takes the first two units of that stretch, and one of the milk's slice moves on.
  splitSlice(basket, 1, 1);
  splitSlice(basket, 3, 2);
  basket.slices.state[3] = USED_IN_PHASE;
  const into = newSelection(1);
  selectPart({ sets: 3, stretches: [stretch] }, view, into);
  assert.deepEqual([into.count, into.slice[0]], [1, 4]);
  assert.deepEqual([into.targets[0], into.companions[0], into.sets], [1, 1, 3]);
});

test('slices of several lines stand in their order', () => {
  const view = opened();
  const stretches = [0, 2].map((slice) =>
    stretchOf(view.basket, { slice, targets: 1, companions: 0 }),
  );
  const into = newSelection(1);
  selectPart({ sets: 1, stretches }, view, into);
  assert.deepEqual([...into.slice.subarray(0, into.count)], [0, 2]);
  assert.equal(into.targetUnits, 2);
});
