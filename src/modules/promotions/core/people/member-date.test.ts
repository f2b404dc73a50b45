import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, day } from '../../testing/builders.ts';
import { memberDate } from './member-date.ts';

test('a date is an attribute, or the birth date when none is named', () => {
  const member = aMember({ birthDate: day('1990-05-17'), attributes: { wedding: '2015-06-01' } });
  assert.equal(memberDate(member, null), '1990-05-17');
  assert.equal(memberDate(member, 'wedding'), '2015-06-01');
});

test('nobody, no date and no day of the calendar are all nothing', () => {
  const member = aMember({ attributes: { wedding: '2015-02-30', pets: 3 } });
  assert.equal(memberDate(null, null), null);
  assert.equal(memberDate(aMember(), null), null);
  assert.equal(memberDate(member, 'wedding'), null);
  assert.equal(memberDate(member, 'pets'), null);
});
