import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TryWish, viewOf } from '../../testing/try-builders.ts';
import { compileFilter } from '../basket/goods.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { splitSlice } from '../basket/split.ts';
import { newSelection, type Selection } from './selection.ts';
import { freeLines, pickGoods, pickLines, pickSlices } from './whole-lines.ts';

const lines = [
  { sku: 'tea', quantityMilli: 3000 },
  { sku: 'milk' },
  { sku: 'tea', quantityMilli: 2000 },
];
/** Slices: tea ×1 (taken), tea ×2, milk, tea ×2. */
const taken: TryWish = {
  lines,
  sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
  change: (basket) => {
    splitSlice(basket, 0, 1);
    basket.slices.state[0] = USED_IN_PHASE;
    basket.sliceMarks = USED_IN_PHASE;
  },
};
const teaIn = (wish: TryWish) =>
  viewOf(wish, (context) => context.goods(compileFilter({ skus: ['tea'] })));
const picked = (pick: (into: Selection) => void) => {
  const into = newSelection(8);
  pick(into);
  return Array.from({ length: into.count }, (_, i) => [into.slice[i], into.targets[i]]);
};

test('every free unit of the goods is picked', () => {
  const open = teaIn({ lines });
  assert.deepEqual(
    picked((into) => pickGoods(open.ready, open.view, into)),
    [
      [0, 3],
      [2, 2],
    ],
  );
  const some = teaIn(taken);
  assert.deepEqual(
    picked((into) => pickGoods(some.ready, some.view, into)),
    [
      [1, 2],
      [3, 2],
    ],
  );
});

test('slices are picked that pass a test and are free', () => {
  const { ready, view } = teaIn(taken);
  const isIn = (slice: number) => slice < 3;
  assert.deepEqual(
    picked((into) => pickSlices(ready, view, { into, isIn })),
    [[1, 2]],
  );
});

test('lines are picked in their order, however they are given', () => {
  const { view } = teaIn(taken);
  assert.deepEqual(
    picked((into) => pickLines([2, 0], view, into)),
    [
      [1, 2],
      [3, 2],
    ],
  );
  assert.deepEqual(
    picked((into) => pickLines([], view, into)),
    [],
  );
});

test('a line is free as long as one of its slices is', () => {
  const { ready, view } = teaIn(taken);
  assert.deepEqual(freeLines(ready, view), [0, 2]);
  view.basket.slices.state[1] = USED_IN_PHASE;
  assert.deepEqual(freeLines(ready, view), [2]);
});
