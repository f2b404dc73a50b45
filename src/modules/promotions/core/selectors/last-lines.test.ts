import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { splitSlice } from '../basket/split.ts';
import { lastLines } from './last-lines.ts';

const lines = [{ sku: 'a' }, { sku: 'b', quantityMilli: 2000 }, { sku: 'c' }, { sku: 'b' }];

test('the last lines of the goods are picked whole', () => {
  for (const [params, targets] of [
    [{ count: 1 }, [0, 0, 0, 1]],
    [{ count: 3 }, [0, 2, 1, 1]],
    [{ count: 1, skus: ['a', 'c'] }, [0, 0, 1, 0]],
    [{ count: 9 }, [1, 2, 1, 1]],
    [{ count: 1, skus: ['d'] }, [0, 0, 0, 0]],
  ] as const) {
    assert.deepEqual(pickOf(lastLines, params, { lines }).targets, targets);
  }
});

test('of a line that is partly taken the rest is picked, of one that is all taken nothing', () => {
  const { targets } = pickOf(
    lastLines,
    { count: 2 },
    {
      lines: lines.slice(0, 3),
      sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
      change: (basket) => {
        splitSlice(basket, 1, 1);
        basket.slices.state[1] = USED_IN_PHASE;
        basket.slices.state[3] = USED_IN_PHASE;
      },
    },
  );
  assert.deepEqual(targets, [1, 0, 1, 0]);
});
