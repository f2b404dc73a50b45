import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { identified } from './identified.ts';

test('a member is identified, an anonymous buyer is not', () => {
  assert.equal(checkOf(identified, {}, aReceipt()), null);
  assert.equal(checkOf(identified, {}, aReceipt({ member: null }))?.code, 'not-identified');
});
