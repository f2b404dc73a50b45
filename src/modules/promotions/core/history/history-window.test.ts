import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalDate } from '#shared/time.ts';
import type { Aggregate } from './aggregate.ts';
import { historyWindow } from './history-window.ts';

const from = (period: Aggregate['period'], today = '2026-03-15') =>
  new Date(historyWindow(period, today as LocalDate).from).toISOString().slice(0, 10);

test('the last days and months end with today', () => {
  assert.equal(from({ lastDays: 7 }), '2026-03-09');
  assert.equal(from({ lastMonths: 1 }), '2026-02-16');
  assert.equal(from({ lastQuarters: 1 }), '2025-12-16');
  assert.equal(from({ lastYears: 1 }), '2025-03-16');
  const { to } = historyWindow({ lastDays: 1 }, '2026-03-15' as LocalDate);
  assert.equal(new Date(to).toISOString(), '2026-03-16T00:00:00.000Z');
});

test('a window is rounded to the start of its period', () => {
  assert.equal(from({ lastDays: 40, roundTo: 'month' }), '2026-02-01');
  assert.equal(from({ lastMonths: 1, roundTo: 'quarter' }), '2026-01-01');
  assert.equal(from({ lastQuarters: 1, roundTo: 'year' }), '2025-01-01');
});

test('a fixed window holds both its dates', () => {
  const { to } = historyWindow({ from: '2026-01-01', to: '2026-01-31' }, '2026-03-15' as LocalDate);
  assert.equal(new Date(to).toISOString().slice(0, 10), '2026-02-01');
});
