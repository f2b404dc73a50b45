import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  atLocal,
  dayNumber,
  dayNumberAt,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  endOfDay,
  formatInstant,
  instant,
  isLeapYear,
  isZone,
  type LocalDate,
  localMoment,
  monthOf,
  monthOfYear,
  parseInstant,
  parseLocalDate,
  startOfDay,
  startOfMonth,
  yearOf,
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

test('days are counted like the calendar counts them', () => {
  assert.equal(dayNumber(day('1970-01-01')), 0);
  assert.equal(dayNumber(day('1969-12-31')), -1);
  for (const date of ['0001-01-01', '1900-02-28', '1999-12-31', '2000-02-29', '2026-11-22']) {
    const expected = daysBetween(day('1970-01-01'), day(date));
    assert.equal(dayNumber(day(date)), expected, date);
    const next = addDays(day(date), 61);
    assert.equal(dayNumber(next), expected + 61, next);
  }
});

test('months have the days that the calendar gives them', () => {
  for (const [date, days] of [
    ['2026-01-15', 31],
    ['2026-02-01', 28],
    ['2028-02-01', 29],
    ['2100-02-01', 28],
    ['2026-04-30', 30],
  ] as const) {
    assert.equal(daysInMonth(day(date)), days, date);
  }
  assert.deepEqual([2000, 2024, 2026, 2100].map(isLeapYear), [true, true, false, false]);
  const date = day('2026-11-07');
  assert.deepEqual([yearOf(date), monthOfYear(date), dayOfMonth(date)], [2026, 11, 7]);
  assert.equal(dayNumberAt(2026, 11, 7), dayNumber(date));
});

test('months are counted by the calendar, short ones end on their last day', () => {
  assert.equal(addMonths(day('2026-01-31'), 1), '2026-02-28');
  assert.equal(addMonths(day('2028-02-29'), 12), '2029-02-28');
  const december = monthOf(day('2026-12-31'));
  assert.deepEqual([december, december + 1].map(startOfMonth), ['2026-12-01', '2027-01-01']);
});
