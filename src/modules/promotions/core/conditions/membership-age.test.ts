import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, day } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { membershipAge } from './membership-age.ts';

const on = (registeredOn: string, date: string) =>
  aReceipt({ member: aMember({ registeredOn: day(registeredOn) }), date });

test('a member of a year is old enough on the very day', () => {
  assert.equal(checkOf(membershipAge, { minDays: 365 }, on('2025-03-01', '2026-03-01')), null);
});

test('a newer member hears how many days are missing', () => {
  const missed = checkOf(membershipAge, { minDays: 365 }, on('2025-03-03', '2026-03-01'));
  assert.equal(missed?.code, 'member-too-new');
  assert.deepEqual(missed?.distance, { unit: 'days', value: 2 });
});

test('an offer for new members ends with its last day', () => {
  const NEW = { maxDays: 7 };
  assert.equal(checkOf(membershipAge, NEW, on('2026-03-01', '2026-03-08')), null);
  const missed = checkOf(membershipAge, NEW, on('2026-03-01', '2026-03-09'));
  assert.deepEqual([missed?.code, missed?.distance], ['member-too-long', null]);
});

test('an anonymous buyer has no time in the programme', () => {
  const missed = checkOf(membershipAge, { minDays: 1 }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});
