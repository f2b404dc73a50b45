import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from '../../testing/try-builders.ts';
import { LINE_GIVEN_PRICE, LINE_LOCKED_POINTS, LINE_LOCKED_PRICE } from './basket.ts';
import { USED_IN_PHASE, USED_UP } from './slices.ts';
import { isAllFree, isFree } from './view.ts';

const viewWith = (sight: { takenBy: number; lockedBy: number }) =>
  viewOf({ lines: [{}, {}], sight }, () => null).view;

test('units that were taken are hidden from those who mind', () => {
  const view = viewWith({ takenBy: USED_IN_PHASE, lockedBy: 0 });
  assert.equal(isAllFree(view), true);
  view.basket.slices.state[1] = USED_IN_PHASE;
  view.basket.sliceMarks = USED_IN_PHASE;
  assert.deepEqual([isAllFree(view), isFree(view, 0), isFree(view, 1)], [false, true, false]);
  view.basket.slices.state[1] = USED_UP;
  view.basket.sliceMarks = USED_UP;
  assert.deepEqual([isAllFree(view), isFree(view, 1)], [true, true]);
});

test('locked lines are hidden in their own domain', () => {
  const view = viewWith({ takenBy: 0, lockedBy: LINE_LOCKED_PRICE | LINE_GIVEN_PRICE });
  const lock = (bits: number) => {
    view.basket.lineState[0] = bits;
    view.basket.lineMarks = bits;
    return [isAllFree(view), isFree(view, 0), isFree(view, 1)];
  };
  assert.deepEqual(lock(LINE_LOCKED_POINTS), [true, true, true]);
  assert.deepEqual(lock(LINE_LOCKED_PRICE), [false, false, true]);
  assert.deepEqual(lock(LINE_GIVEN_PRICE), [false, false, true]);
});
