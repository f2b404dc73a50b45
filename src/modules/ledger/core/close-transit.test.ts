import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { aCause, NOW, SOMEBODY } from '../testing/builders.ts';
import { closeTransit } from './close-transit.ts';
import type { Transit } from './transit.ts';

const transit: Transit = {
  id: 't',
  memberId: SOMEBODY,
  toMemberId: memberId(5),
  kind: 'gift',
  state: 'sent',
  cargo: [],
  sentAt: NOW,
  settledAt: null,
};

test('a transit is closed once', () => {
  const closed = closeTransit({ transit, cause: aCause() }, 'received');
  assert.ok(!('isGood' in closed));
  assert.deepEqual([closed.state, closed.settledAt], ['received', NOW]);
  const again = closeTransit({ transit: closed, cause: aCause() }, 'returned');
  assert.ok('isGood' in again);
  assert.deepEqual([again.code, again.details], ['transit-closed', { state: 'received' }]);
});

test('a transit that is not there is unknown', () => {
  const none = closeTransit({ transit: undefined, cause: aCause() }, 'received');
  assert.ok('isGood' in none && none.code === 'unknown-transit');
});
