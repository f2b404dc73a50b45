import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, checkOf } from '../../testing/builders.ts';
import { memberTag } from './member-tag.ts';

const tagged = aReceipt({ member: aMember({ tags: ['vip', 'parents'] }) });

test('one of the tags is enough', () => {
  assert.equal(checkOf(memberTag, { tags: ['parents', 'students'] }, tagged), null);
  assert.equal(checkOf(memberTag, { tags: ['students'] }, tagged)?.code, 'not-tagged');
});

test('an anonymous buyer has no tags', () => {
  const missed = checkOf(memberTag, { tags: ['vip'] }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});
