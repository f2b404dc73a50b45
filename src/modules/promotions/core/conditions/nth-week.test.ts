import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { nthWeek } from './nth-week.ts';

test('weeks are counted from Monday 1970-01-05', () => {
  for (const [date, offset] of [
    ['1970-01-05', 0],
    ['1970-01-11', 0],
    ['1970-01-12', 1],
    ['1970-01-04', 1],
    ['2026-03-01', 1],
    ['2026-03-02', 0],
    ['2026-03-09', 1],
  ] as const) {
    const receipt = aReceipt({ date });
    assert.equal(checkOf(nthWeek, { every: 2, offset }, receipt), null, date);
    assert.equal(checkOf(nthWeek, { every: 2, offset: 1 - offset }, receipt)?.code, 'wrong-week');
  }
});

test('without a shift the first week counts, and a shift is less than the step', () => {
  assert.equal(checkOf(nthWeek, { every: 3 }, aReceipt({ date: '1970-01-26' })), null);
  assert.equal(nthWeek.problems({ every: 3, offset: 3 })[0]?.code, 'too-large');
});
