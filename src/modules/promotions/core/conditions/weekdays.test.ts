import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { weekdays } from './weekdays.ts';

const wednesday = aReceipt({ date: '2026-03-04' });

test('the store’s calendar decides about the weekday', () => {
  assert.equal(checkOf(weekdays, { weekdays: [3] }, wednesday), null);
  assert.equal(checkOf(weekdays, { weekdays: [1, 2] }, wednesday)?.code, 'wrong-weekday');
});

test('a wrong weekday hears how many days to wait', () => {
  const missed = checkOf(weekdays, { weekdays: [7, 5, 1] }, wednesday);
  assert.deepEqual(missed?.distance, { unit: 'days', value: 2 });
  assert.equal(missed?.text.ru, 'действует: пн, пт, вс');
  assert.equal(checkOf(weekdays, { weekdays: [2] }, wednesday)?.distance?.value, 6);
});
