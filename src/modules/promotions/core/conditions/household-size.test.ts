import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { householdSize } from './household-size.ts';

const ofSize = (people: number) => aReceipt({ member: aMember({ householdSize: people }) });

test('bounds are inclusive, and one of them is enough', () => {
  const params = { minPeople: 3, maxPeople: 5 };
  assert.equal(checkOf(householdSize, params, ofSize(3)), null);
  assert.equal(checkOf(householdSize, params, ofSize(5)), null);
  assert.equal(checkOf(householdSize, params, ofSize(2))?.code, 'wrong-household');
  assert.equal(checkOf(householdSize, { minPeople: 3 }, ofSize(9)), null);
  assert.equal(householdSize.problems({})[0]?.code, 'no-bounds');
});

test('a member of whose household nothing is known misses, and so does nobody', () => {
  const params = { minPeople: 1 };
  assert.equal(checkOf(householdSize, params, aReceipt())?.code, 'household-unknown');
  assert.equal(checkOf(householdSize, params, aReceipt({ member: null }))?.code, 'not-identified');
});
