import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { referral } from './referral.ts';

const member = (wish: object) => aReceipt({ member: aMember(wish) });

test('a referee was invited, at any depth unless said', () => {
  const invited = member({ referrer: { depth: 2 } });
  assert.equal(checkOf(referral, { role: 'referee' }, invited), null);
  assert.equal(checkOf(referral, { role: 'referee', minDepth: 2 }, invited), null);
  const missed = checkOf(referral, { role: 'referee', minDepth: 3 }, invited);
  assert.deepEqual([missed?.code, missed?.distance], ['not-invited', null]);
  assert.equal(checkOf(referral, { role: 'referee' }, aReceipt())?.code, 'not-invited');
});

test('a referrer has brought so many friends', () => {
  const params = { role: 'referrer', minCount: 3 };
  assert.equal(checkOf(referral, params, member({ refereeCount: 3 })), null);
  const missed = checkOf(referral, params, member({ refereeCount: 1 }));
  assert.equal(missed?.code, 'referees-too-few');
  assert.deepEqual(missed?.distance, { unit: 'times', value: 2 });
});

test('a stranger was neither invited nor invites', () => {
  const stranger = aReceipt({ member: null });
  assert.equal(checkOf(referral, { role: 'referrer' }, stranger)?.code, 'not-identified');
});
