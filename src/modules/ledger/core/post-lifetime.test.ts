import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, NOW, remaining } from '../testing/builders.ts';
import { spendable } from './account.ts';
import { burntLots, postExpiry, postRedating, postSuspension } from './post-lifetime.ts';

const burnt = aLot({ id: 'burnt', amount: 10, held: 3, expiresAt: NOW });
const alive = aLot({ id: 'alive', expiresAt: daysLater(1) });

test('what has burnt is written off, but not what is reserved in it', () => {
  const posted = postExpiry(aState([burnt, alive]), aCause());
  assert.deepEqual(remaining(posted), { burnt: 3, alive: 10 });
  assert.deepEqual([posted.entry?.amount, posted.entry?.contraAccount], [-7, 'breakage']);
  assert.equal(posted.account.unspendable, 0);
  assert.equal(postExpiry(posted, aCause()).entry, null);
});

test('only lots that are looked at are written off', () => {
  const state = aState([burnt, alive]);
  assert.equal(postExpiry(state, aCause(), (lot) => lot.id === 'alive').entry, null);
  assert.deepEqual(
    burntLots(state, NOW).map((lot) => lot.id),
    ['burnt'],
  );
});

test('new dates move what can be spent, and the entry says which', () => {
  const asleep = aLot({ id: 'asleep', awaits: 'delivery' });
  const state = aState([asleep]);
  const how = { kind: 'activation', cause: aCause() } as const;
  const posted = postRedating(state, [{ ...asleep, awaits: null, expiresAt: daysLater(2) }], how);
  assert.equal(spendable(posted.account), 10);
  assert.equal(posted.account.changesAt, daysLater(2));
  assert.deepEqual([posted.entry?.amount, posted.entry?.lots], [0, []]);
  assert.equal(posted.entry?.lotTerms, `asleep,${NOW},${daysLater(2)},`);
  assert.throws(() => postRedating(state, [], how));
});

test('a suspension stops burning and a resumption lets it go on', () => {
  const state = aState([aLot({ id: 'late', expiresAt: NOW })]);
  const suspended = postSuspension(state, true, aCause());
  assert.deepEqual([spendable(suspended.account), suspended.entry?.memo], [10, 'suspended']);
  assert.equal(postSuspension(suspended, true, aCause()).entry, null);
  const resumed = postSuspension(suspended, false, aCause());
  assert.deepEqual([spendable(resumed.account), resumed.entry?.memo], [0, 'resumed']);
});
