import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { LINE_LOCKED_PRICE } from '../basket/basket.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { all } from './all.ts';

const lines = [
  { quantityMilli: 2000 },
  { quantityMilli: 350, isWeighed: true },
  { grossKopecks: 0 },
];

test('all units are picked, gifts of the till too', () => {
  assert.deepEqual(pickOf(all, {}, { lines }), {
    targets: [2, 1, 1],
    companions: [0, 0, 0],
    sets: 1,
  });
  assert.deepEqual(pickOf(all, {}, { lines: [] }).targets, []);
});

test('what others have taken or locked is not picked', () => {
  const { targets } = pickOf(
    all,
    {},
    {
      lines,
      sight: { takenBy: USED_IN_PHASE, lockedBy: LINE_LOCKED_PRICE },
      change: (basket) => {
        basket.slices.state[0] = USED_IN_PHASE;
        basket.sliceMarks = USED_IN_PHASE;
        basket.lineState[2] = LINE_LOCKED_PRICE;
        basket.lineMarks = LINE_LOCKED_PRICE;
      },
    },
  );
  assert.deepEqual(targets, [0, 1, 0]);
});
