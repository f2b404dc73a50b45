import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { identified } from './identified.ts';

test('a member is met, a stranger is asked for the card', () => {
  assert.equal(checkOf(identified, {}, aReceipt()), null);
  const missed = checkOf(identified, {}, aReceipt({ member: null }));
  assert.deepEqual([missed?.code, missed?.distance], ['not-identified', null]);
});
