import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, day } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { memberAge } from './member-age.ts';

const born = (birthDate: string, date = '2026-05-17') =>
  aReceipt({ date, member: aMember({ birthDate: day(birthDate) }) });
const ADULT = { minYears: 18 };

test('full years are reached on the birthday', () => {
  assert.equal(checkOf(memberAge, ADULT, born('2008-05-17')), null);
  const missed = checkOf(memberAge, ADULT, born('2008-05-18'));
  assert.deepEqual([missed?.code, missed?.distance], ['wrong-age', null]);
});

test('the upper bound is the last full year', () => {
  assert.equal(checkOf(memberAge, { minYears: 14, maxYears: 17 }, born('2008-05-18')), null);
  assert.notEqual(checkOf(memberAge, { maxYears: 17 }, born('2008-05-17')), null);
});

test('who was born on 29 February ages on the 28th in common years', () => {
  assert.equal(checkOf(memberAge, ADULT, born('2008-02-29', '2026-02-28')), null);
  assert.notEqual(checkOf(memberAge, ADULT, born('2008-02-29', '2026-02-27')), null);
});

test('no birth date and no member miss', () => {
  assert.equal(checkOf(memberAge, ADULT, aReceipt())?.code, 'birth-date-unknown');
  assert.equal(checkOf(memberAge, ADULT, aReceipt({ member: null }))?.code, 'not-identified');
  assert.equal(memberAge.problems({})[0]?.code, 'no-bounds');
});
