import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { daysSince } from './days-since.ts';

const after = (repaired: string, date: string) =>
  aReceipt({ date, member: aMember({ attributes: { repaired } }) });
const MONTH = { dateAttribute: 'repaired', minDays: 30, maxDays: 60 };

test('both bounds belong to the days since a date', () => {
  assert.equal(checkOf(daysSince, MONTH, after('2026-01-01', '2026-01-31')), null);
  assert.equal(checkOf(daysSince, MONTH, after('2026-01-01', '2026-03-02')), null);
});

test('too early hears the days to wait, too late does not', () => {
  const early = checkOf(daysSince, MONTH, after('2026-01-01', '2026-01-21'));
  assert.equal(early?.code, 'too-early');
  assert.deepEqual(early?.distance, { unit: 'days', value: 10 });
  const late = checkOf(daysSince, MONTH, after('2026-01-01', '2026-03-03'));
  assert.deepEqual([late?.code, late?.distance], ['too-late', null]);
});

test('a date ahead has days below zero', () => {
  const ahead = { dateAttribute: 'repaired', minDays: -7, maxDays: -1 };
  assert.equal(checkOf(daysSince, ahead, after('2026-01-08', '2026-01-01')), null);
  assert.equal(checkOf(daysSince, ahead, after('2026-01-01', '2026-01-01'))?.code, 'too-late');
});

test('a date that is not known and a buyer who is not are told apart', () => {
  assert.equal(checkOf(daysSince, MONTH, aReceipt())?.code, 'date-unknown');
  assert.equal(checkOf(daysSince, MONTH, aReceipt({ member: null }))?.code, 'not-identified');
  assert.equal(daysSince.problems({ dateAttribute: 'x' })[0]?.code, 'no-bounds');
});
