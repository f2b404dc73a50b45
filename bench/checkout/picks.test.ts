import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uniform, zipf } from './picks.ts';

test('under Zipf the first buyer comes twice as often as the second', () => {
  const pick = zipf(1000);
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 40_000; draw += 1) {
    const place = pick();
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const ratio = (counts.get(0) ?? 0) / (counts.get(1) ?? 1);
  assert.ok(ratio > 1.8 && ratio < 2.2, `ratio ${ratio}`);
});

test('uniform draws stay in bounds and reach both ends', () => {
  const pick = uniform(3);
  const drawn = new Set(Array.from({ length: 100 }, pick));
  assert.deepEqual(drawn, new Set([0, 1, 2]));
});
