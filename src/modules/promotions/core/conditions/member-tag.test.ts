import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { memberTag } from './member-tag.ts';

const tagged = (...tags: string[]) => aReceipt({ member: aMember({ tags }) });

test('one of the tags is enough, unless more are asked for', () => {
  assert.equal(checkOf(memberTag, { tags: ['vip', 'staff'] }, tagged('staff')), null);
  const two = { tags: ['vip', 'staff', 'kids'], minCount: 2 };
  assert.equal(checkOf(memberTag, two, tagged('kids', 'other', 'vip')), null);
  assert.equal(checkOf(memberTag, two, tagged('kids', 'kids'))?.code, 'not-tagged');
});

test('without the tag, and without a member, it misses', () => {
  assert.equal(checkOf(memberTag, { tags: ['vip'] }, tagged())?.code, 'not-tagged');
  const anonymous = checkOf(memberTag, { tags: ['vip'] }, aReceipt({ member: null }));
  assert.equal(anonymous?.code, 'not-identified');
});

test('the index answers for one tag of many, not for a number of them', () => {
  assert.deepEqual(memberTag.keys({ tags: ['vip'] }), { of: 'tag', codes: ['vip'] });
  assert.equal(memberTag.keys({ tags: ['vip'], minCount: 2 }), null);
});
