import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember } from '../../testing/builders.ts';
import { tierOf } from './tier-of.ts';

test('the main tier stands by itself, others in their groups', () => {
  const member = aMember({ tierCode: 'gold', tiers: { wine: 'connoisseur', main: 'none' } });
  assert.equal(tierOf(member, 'main'), 'gold');
  assert.equal(tierOf(member, 'wine'), 'connoisseur');
  assert.equal(tierOf(member, 'constructor'), undefined);
});
