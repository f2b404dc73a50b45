import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { monthDays } from './month-days.ts';

test('the first and the last days of a month', () => {
  for (const [params, date, isMet] of [
    [{ firstDays: 5 }, '2026-03-05', true],
    [{ firstDays: 5 }, '2026-03-06', false],
    [{ lastDays: 1 }, '2026-02-28', true],
    [{ lastDays: 1 }, '2028-02-28', false],
    [{ lastDays: 3 }, '2026-04-28', true],
    [{ lastDays: 3 }, '2026-04-27', false],
    [{ firstDays: 1, lastDays: 1 }, '2026-04-01', true],
    [{ firstDays: 1, lastDays: 1 }, '2026-04-30', true],
    [{ firstDays: 1, lastDays: 1 }, '2026-04-02', false],
  ] as const) {
    assert.equal(checkOf(monthDays, params, aReceipt({ date })) === null, isMet, date);
  }
});

test('a month’s days need one end at least', () => {
  assert.equal(monthDays.problems({})[0]?.code, 'no-bounds');
  assert.deepEqual(monthDays.problems({ firstDays: 9, lastDays: 1 }), []);
});
