import assert from 'node:assert/strict';
import { test } from 'node:test';
import { birthdayOffset } from './birthday.ts';

test('days since the last birthday and until the next one', () => {
  for (const [birthDate, today, since, until] of [
    ['1990-05-17', '2026-05-17', 0, 0],
    ['1990-05-17', '2026-05-18', 1, 364],
    ['1990-05-17', '2026-05-16', 364, 1],
    ['1990-12-31', '2026-01-01', 1, 364],
    ['2000-02-29', '2026-02-27', 364, 1],
    ['2000-02-29', '2026-02-28', 0, 0],
    ['2000-02-29', '2028-02-28', 365, 1],
    ['2000-02-29', '2028-03-01', 1, 364],
  ] as const) {
    assert.deepEqual(birthdayOffset(birthDate, today), { since, until }, `${birthDate} ${today}`);
  }
});
