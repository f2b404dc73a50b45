import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { consent } from './consent.ts';

const given = (...consents: string[]) => aReceipt({ member: aMember({ consents }) });

test('all consents must have been given', () => {
  const both = { kinds: ['ads', 'data'] };
  assert.equal(checkOf(consent, both, given('data', 'ads')), null);
  const missed = checkOf(consent, both, given('data'));
  assert.deepEqual([missed?.code, missed?.distance], ['consent-missing', null]);
});

test('an anonymous buyer has consented to nothing', () => {
  const missed = checkOf(consent, { kinds: ['ads'] }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});
