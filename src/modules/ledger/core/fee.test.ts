import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feeShare } from './fee.ts';

test('a fee is rounded down', () => {
  const cases: [number, number, number][] = [
    [100, 250, 2],
    [39, 250, 0],
    [40, 250, 1],
    [1_000_000_000_000, 9_999, 999_900_000_000],
    [7, 10_000, 7],
  ];
  for (const [points, basisPoints, fee] of cases) assert.equal(feeShare(points, basisPoints), fee);
});
