import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickOf } from '../../testing/try-builders.ts';
import { USED_IN_PHASE } from '../basket/slices.ts';
import { firstLines } from './first-lines.ts';

const lines = [{ sku: 'a' }, { sku: 'b', quantityMilli: 2000 }, { sku: 'c' }, { sku: 'b' }];

test('the first lines of the goods are picked whole', () => {
  for (const [params, targets] of [
    [{ count: 1 }, [1, 0, 0, 0]],
    [{ count: 2 }, [1, 2, 0, 0]],
    [{ count: 1, skus: ['b'] }, [0, 2, 0, 0]],
    [{ count: 9, skus: ['b'] }, [0, 2, 0, 1]],
    [{ count: 1, skus: ['d'] }, [0, 0, 0, 0]],
  ] as const) {
    assert.deepEqual(pickOf(firstLines, params, { lines }).targets, targets);
  }
});

test('lines that others have taken do not count', () => {
  const { targets } = pickOf(
    firstLines,
    { count: 2 },
    {
      lines,
      sight: { takenBy: USED_IN_PHASE, lockedBy: 0 },
      change: ({ slices }) => {
        slices.state[1] = USED_IN_PHASE;
      },
    },
  );
  assert.deepEqual(targets, [1, 0, 1, 0]);
});

test('first is the lowest line number, however the till sent them', () => {
  const numbered = [
    { lineNo: 9, sku: 'late' },
    { lineNo: 4, sku: 'early', quantityMilli: 3000 },
  ];
  assert.deepEqual(pickOf(firstLines, { count: 1 }, { lines: numbered }).targets, [3, 0]);
});
