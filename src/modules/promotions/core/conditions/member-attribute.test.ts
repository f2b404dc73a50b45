import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { memberAttribute } from './member-attribute.ts';

const withFields = (attributes: Record<string, string | number | boolean | string[]>) =>
  aReceipt({ member: aMember({ attributes }) });
const CHILDREN = { attribute: 'children', test: { op: 'ge', value: 2 } };

test('an attribute passes its test', () => {
  assert.equal(checkOf(memberAttribute, CHILDREN, withFields({ children: 2 })), null);
  const pets = { attribute: 'pets', test: { op: 'contains', value: 'cat' } };
  assert.equal(checkOf(memberAttribute, pets, withFields({ pets: ['dog', 'cat'] })), null);
});

test('a number that is too low hears how far, anything else does not', () => {
  const low = checkOf(memberAttribute, CHILDREN, withFields({ children: 1 }));
  assert.equal(low?.code, 'attribute-too-low');
  assert.deepEqual(low?.distance, { unit: 'times', value: 1 });
  const word = checkOf(memberAttribute, CHILDREN, withFields({ children: 'many' }));
  assert.deepEqual([word?.code, word?.distance], ['wrong-attribute', null]);
});

test('an absent attribute holds only for those who ask for that', () => {
  const absent = { attribute: 'children', test: { op: 'absent' } };
  assert.equal(checkOf(memberAttribute, absent, aReceipt()), null);
  assert.equal(checkOf(memberAttribute, CHILDREN, aReceipt())?.distance, null);
  const stranger = checkOf(memberAttribute, absent, aReceipt({ member: null }));
  assert.equal(stranger?.code, 'not-identified');
});
