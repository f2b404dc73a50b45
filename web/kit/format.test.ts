import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatDay,
  formatDayMonth,
  formatLocal,
  formatMoment,
  formatMoney,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatRelative,
  searchable,
  zoneLabel,
} from './format.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('money on the screen has separators, kopecks and the rouble sign', () => {
  assert.equal(plain(formatMoney(123_456_789, 'ru')), '1 234 567,89 ₽');
  assert.equal(formatMoney(123_456_789, 'en'), '₽1,234,567.89');
});

test('negative money on the screen carries a real minus, gains a plus when asked', () => {
  assert.equal(plain(formatMoney(-5_00, 'ru')), '−5,00 ₽');
  assert.equal(plain(formatMoney(5_00, 'ru', true)), '+5,00 ₽');
  assert.equal(plain(formatMoney(0, 'ru', true)), '0,00 ₽');
});

test('nothing taken is shown without a minus', () => {
  assert.equal(formatPoints(-0, 'ru'), '0');
  assert.equal(plain(formatMoney(-0, 'ru')), '0,00 ₽');
});

test('points are shown in whole points of their currency', () => {
  assert.equal(plain(formatPoints(12_345, 'ru')), '12 345');
  assert.equal(formatPoints(150, 'ru', { divisibility: 2, sign: true }), '+1,50');
});

test('hundredths of a percent are shown as percents', () => {
  assert.equal(plain(formatPercent(150, 'ru')), '1,5 %');
  assert.equal(formatPercent(2_000, 'en'), '20%');
});

test('a quantity drops the zeros of its thousandths', () => {
  assert.equal(formatQuantity(2000, 'ru'), '2');
  assert.equal(formatQuantity(455, 'ru'), '0,455');
});

test('days are written as the reader writes them', () => {
  assert.equal(formatDay('2026-11-22', 'ru'), '22.11.2026');
  assert.equal(formatDay('2026-11-22', 'en'), '22 Nov 2026');
  assert.equal(formatLocal('2026-11-22T23:30', 'ru'), '22.11.2026 23:30');
});

test('a day without its year may be told some days on', () => {
  assert.equal(plain(formatDayMonth('2026-11-30', 'ru')), '30 нояб.');
  assert.equal(formatDayMonth('2026-11-30', 'en', 6), '6 Dec');
});

test('a moment is shown on the wall clock of its store', () => {
  assert.equal(formatMoment('2026-11-22T21:30:00Z', 'ru', 'Asia/Kamchatka'), '23.11.2026 09:30');
  assert.equal(
    formatMoment('2026-11-22T21:30:00Z', 'ru', 'Europe/Kaliningrad'),
    '22.11.2026 23:30',
  );
});

test('a zone is named from Moscow in Russian and from UTC in English', () => {
  const moment = Date.parse('2026-11-22T00:00:00Z');
  assert.equal(zoneLabel('Asia/Kamchatka', 'ru', moment), 'МСК+9');
  assert.equal(zoneLabel('Europe/Kaliningrad', 'ru', moment), 'МСК−1');
  assert.equal(zoneLabel('Europe/Moscow', 'ru', moment), 'МСК');
  assert.equal(zoneLabel('Asia/Kamchatka', 'en', moment), 'UTC+12');
});

test('near moments are told relative to now, far ones by their date', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  assert.equal(formatRelative('2026-11-22T11:57:00Z', 'ru', now), '3 минуты назад');
  assert.equal(formatRelative('2026-11-22T11:59:50Z', 'ru', now), 'сейчас');
  assert.equal(formatRelative('2026-01-02T12:00:00Z', 'ru', now), '02.01.2026');
});

test('search on the screen takes ё for е', () => {
  assert.equal(searchable('  Ёлка '), 'елка');
});
