import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../testing/builders.ts';
import { daysSinceBirthday, daysToBirthday, fullYears } from './birthday.ts';

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
    const found = [
      daysSinceBirthday(day(birthDate), day(today)),
      daysToBirthday(day(birthDate), day(today)),
    ];
    assert.deepEqual(found, [since, until], `${birthDate} ${today}`);
  }
});

test('a year is full on the birthday itself', () => {
  for (const [birthDate, today, years] of [
    ['2008-05-17', '2026-05-16', 17],
    ['2008-05-17', '2026-05-17', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2026-05-17', '2026-05-16', -1],
  ] as const) {
    assert.equal(fullYears(day(birthDate), day(today)), years, `${birthDate} ${today}`);
  }
});
