import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, day } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { birthdayWindow } from './birthday-window.ts';

const WEEK = { daysBefore: 3, daysAfter: 7 };
const on = (date: string, birthDate: string) =>
  aReceipt({ date, member: aMember({ birthDate: day(birthDate) }) });

test('the window reaches over the end of the month and of the year', () => {
  for (const [date, birthDate, isMet] of [
    ['2026-05-14', '1990-05-17', true],
    ['2026-05-13', '1990-05-17', false],
    ['2026-05-24', '1990-05-17', true],
    ['2026-05-25', '1990-05-17', false],
    ['2026-12-30', '1990-01-02', true],
    ['2026-01-05', '1990-12-29', true],
    ['2026-01-06', '1990-12-29', false],
  ] as const) {
    assert.equal(checkOf(birthdayWindow, WEEK, on(date, birthDate)) === null, isMet, date);
  }
});

test('a birthday on 29 February is kept on the 28th in common years', () => {
  const exact = { daysBefore: 0, daysAfter: 0 };
  assert.equal(checkOf(birthdayWindow, exact, on('2026-02-28', '2000-02-29')), null);
  assert.equal(checkOf(birthdayWindow, exact, on('2028-02-29', '2000-02-29')), null);
  assert.notEqual(checkOf(birthdayWindow, exact, on('2028-02-28', '2000-02-29')), null);
});

test('outside the window the member hears how many days to wait', () => {
  const missed = checkOf(birthdayWindow, WEEK, on('2026-05-04', '1990-05-17'));
  assert.equal(missed?.code, 'not-in-birthday-window');
  assert.deepEqual(missed?.distance, { unit: 'days', value: 10 });
});

test('another date of the profile may be kept', () => {
  const wedding = { ...WEEK, attribute: 'wedding' };
  const withWedding = (wedding: string) =>
    aReceipt({ date: '2026-06-01', member: aMember({ attributes: { wedding } }) });
  assert.equal(checkOf(birthdayWindow, wedding, withWedding('2001-06-01')), null);
  assert.equal(checkOf(birthdayWindow, wedding, withWedding('soon'))?.code, 'birth-date-unknown');
});

test('no birth date and no member are told apart', () => {
  assert.equal(checkOf(birthdayWindow, WEEK, aReceipt())?.code, 'birth-date-unknown');
  const anonymous = checkOf(birthdayWindow, WEEK, aReceipt({ member: null }));
  assert.deepEqual([anonymous?.code, anonymous?.distance], ['not-identified', null]);
});
