import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSteps } from './steps.ts';

test('the last row that begins at or below wins, below the first there is nothing', () => {
  const at = compileSteps([
    { from: 0, value: 5 },
    { from: 1000, value: 7 },
    { from: 3000, value: 10 },
  ]);
  for (const [x, value] of [
    [-1, 0],
    [0, 5],
    [999, 5],
    [1000, 7],
    [2999, 7],
    [3000, 10],
    [9_999_999, 10],
  ] as const) {
    assert.equal(at(x), value, String(x));
  }
});
