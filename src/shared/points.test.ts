import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_POINTS, points } from './points.ts';

test('points are safe integers, movements out are negative', () => {
  assert.equal(points(-5), -5);
  assert.equal(NO_POINTS, 0);
  for (const wrong of [0.5, Number.NaN, 2 ** 53]) assert.throws(() => points(wrong));
});
