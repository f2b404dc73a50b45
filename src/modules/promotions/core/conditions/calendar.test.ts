import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { calendar } from './calendar.ts';

test('one marked calendar is enough', () => {
  const holiday = aReceipt({ calendarCodes: ['ru-holidays', 'pay-days'] });
  assert.equal(checkOf(calendar, { calendarCodes: ['market', 'pay-days'] }, holiday), null);
});

test('a day that is marked nowhere misses without a distance', () => {
  const missed = checkOf(calendar, { calendarCodes: ['ru-holidays'] }, aReceipt());
  assert.deepEqual([missed?.code, missed?.distance], ['wrong-calendar-day', null]);
});
