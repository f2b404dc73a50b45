import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt, checkOf } from '../../testing/builders.ts';
import { memberTier } from './member-tier.ts';

const tierOf = (tierCode: string) => aReceipt({ member: aMember({ tierCode }) });

test('only members of the named tiers take part', () => {
  assert.equal(checkOf(memberTier, { tierCodes: ['silver', 'gold'] }, tierOf('gold')), null);
  assert.equal(checkOf(memberTier, { tierCodes: ['gold'] }, tierOf('base'))?.code, 'wrong-tier');
});

test('an anonymous buyer has no tier', () => {
  const missed = checkOf(memberTier, { tierCodes: ['base'] }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});
