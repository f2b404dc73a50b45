import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  atLocal,
  daysBetween,
  endOfDay,
  formatInstant,
  instant,
  isZone,
  type LocalDate,
  localMoment,
  parseInstant,
  parseLocalDate,
  startOfDay,
} from './time.ts';

const day = (text: string) => text as LocalDate;
const at = (text: string) => instant(Date.parse(text));

test('one instant has its own local hour in every zone', () => {
  const cases: [string, string, number, number][] = [
    ['Europe/Kaliningrad', '2026-03-01', 23 * 60 + 30, 7],
    ['Europe/Moscow', '2026-03-02', 30, 1],
    ['Asia/Kamchatka', '2026-03-02', 9 * 60 + 30, 1],
  ];
  for (const [zone, date, minuteOfDay, weekday] of cases) {
    assert.deepEqual(localMoment(at('2026-03-01T21:30:00Z'), zone), {
      date,
      minuteOfDay,
      weekday,
      zone,
    });
  }
});

test('the offset follows the law and the season', () => {
  const cases: [string, string, number][] = [
    ['Europe/Berlin', '2026-03-29T00:59:00Z', 1 * 60 + 59],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 3 * 60],
    ['Europe/Moscow', '2014-10-25T21:59:00Z', 1 * 60 + 59],
    ['Europe/Moscow', '2014-10-25T22:00:00Z', 1 * 60],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 5 * 60 + 45],
  ];
  for (const [zone, moment, minuteOfDay] of cases) {
    assert.equal(localMoment(at(moment), zone).minuteOfDay, minuteOfDay, `${zone} ${moment}`);
  }
});

test('only real moments with an offset are read', () => {
  assert.equal(parseInstant('2026-03-01T22:15:00+03:00'), Date.UTC(2026, 2, 1, 19, 15));
  for (const text of [
    '2026-02-30T10:00:00Z',
    '2026-03-01T22:15:00',
    '2026-03-01',
    '2026-03-01T24:00:00Z',
    '2026-03-01T10:00:00+25:00',
    'now',
  ]) {
    assert.equal(parseInstant(text), undefined, text);
  }
  assert.equal(formatInstant(instant(0)), '1970-01-01T00:00:00.000Z');
});

test('days are counted by the calendar', () => {
  assert.equal(parseLocalDate('2026-02-29'), undefined);
  assert.equal(parseLocalDate('2028-02-29'), '2028-02-29');
  assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01');
  assert.equal(daysBetween(day('2026-02-28'), day('2026-03-01')), 1);
});

test('a day begins and ends where the law says', () => {
  const berlin = 'Europe/Berlin';
  const spring = day('2026-03-29');
  assert.equal(endOfDay(spring, berlin) - startOfDay(spring, berlin), 23 * 3_600_000);
  assert.equal(atLocal(spring, 12 * 60, berlin), at('2026-03-29T10:00:00Z'));
});

test('a zone is known by its IANA name only', () => {
  assert.equal(isZone('Asia/Kamchatka'), true);
  assert.equal(isZone('Mars/Olympus'), false);
});
