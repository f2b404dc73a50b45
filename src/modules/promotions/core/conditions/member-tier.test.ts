import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { memberTier } from './member-tier.ts';

const tierOf = (tierCode: string, tiers = {}) => aReceipt({ member: aMember({ tierCode, tiers }) });

test('the tier must be listed', () => {
  assert.equal(checkOf(memberTier, { tierCodes: ['silver', 'gold'] }, tierOf('gold')), null);
  assert.equal(checkOf(memberTier, { tierCodes: ['gold'] }, tierOf('base'))?.code, 'wrong-tier');
});

test('tiers of another group are apart', () => {
  const wine = { tierCodes: ['connoisseur'], tierGroup: 'wine' };
  assert.equal(checkOf(memberTier, wine, tierOf('base', { wine: 'connoisseur' })), null);
  assert.equal(checkOf(memberTier, wine, tierOf('connoisseur'))?.code, 'wrong-tier');
});

test('an anonymous buyer has no tier', () => {
  const missed = checkOf(memberTier, { tierCodes: ['base'] }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});

test('the index answers for tiers of the main group', () => {
  assert.deepEqual(memberTier.keys({ tierCodes: ['gold'] }), { of: 'tier', codes: ['gold'] });
  assert.equal(memberTier.keys({ tierCodes: ['gold'], tierGroup: 'wine' }), null);
});
