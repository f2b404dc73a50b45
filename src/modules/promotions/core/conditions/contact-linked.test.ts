import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { contactLinked } from './contact-linked.ts';

const linked = (...contacts: string[]) => aReceipt({ member: aMember({ contacts }) });
const KINDS = ['email', 'telegram'];

test('any contact is enough, unless all are asked for', () => {
  assert.equal(checkOf(contactLinked, { kinds: KINDS }, linked('telegram')), null);
  const all = { kinds: KINDS, isAll: true };
  assert.equal(checkOf(contactLinked, all, linked('telegram', 'email')), null);
  assert.equal(checkOf(contactLinked, all, linked('telegram'))?.code, 'contact-missing');
});

test('no contact and no member miss', () => {
  assert.equal(checkOf(contactLinked, { kinds: KINDS }, linked())?.code, 'contact-missing');
  const anonymous = checkOf(contactLinked, { kinds: KINDS }, aReceipt({ member: null }));
  assert.equal(anonymous?.code, 'not-identified');
});
