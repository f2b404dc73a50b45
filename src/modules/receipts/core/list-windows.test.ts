import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { listWindows } from './list-windows.ts';

const HOUR = 3_600_000;

test('a list looks an hour back, then wider, and in the end everywhere', () => {
  const end = instant(1000 * 24 * HOUR);
  const spans = listWindows(end, instant(0)).map((from) => (end - from) / HOUR);
  assert.deepEqual(spans, [1, 24, 168, 744, 8784, 24_000]);
});

test('a list never looks before its own beginning', () => {
  const end = instant(100 * HOUR);
  assert.deepEqual(listWindows(end, instant(70 * HOUR)), [99 * HOUR, 76 * HOUR, 70 * HOUR]);
  assert.deepEqual(listWindows(end, end), [end]);
});
