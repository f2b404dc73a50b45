import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { aLot, NOW } from '../testing/builders.ts';
import { earlier, free, isActive, isBurnt, isSpendable, type Lot, nextChange } from './lot.ts';

const clock = { now: NOW, isExpirySuspended: false };

test('a lot can be spent from its first moment until just before it burns', () => {
  const cases: [Partial<Lot>, boolean][] = [
    [{}, true],
    [{ activeFrom: instant(NOW + 1) }, false],
    [{ awaits: 'delivery' }, false],
    [{ expiresAt: instant(NOW + 1) }, true],
    [{ expiresAt: NOW }, false],
    [{ amount: 10, remaining: 0 }, false],
    [{ amount: 10, held: 10 }, false],
    [{ amount: 10, held: 9 }, true],
  ];
  for (const [changes, expected] of cases) {
    assert.equal(isSpendable(aLot(changes), clock), expected, JSON.stringify(changes));
  }
});

test('a lot does not burn while expiry is suspended', () => {
  const lot = aLot({ expiresAt: NOW });
  assert.equal(isBurnt(lot, clock), true);
  assert.equal(isBurnt(lot, { ...clock, isExpirySuspended: true }), false);
  assert.equal(isActive(lot, { ...clock, isExpirySuspended: true }), true);
});

test('a lot next changes when it wakes, or else when it burns', () => {
  const soon = instant(NOW + 5);
  const late = instant(NOW + 9);
  assert.equal(nextChange(aLot({ activeFrom: soon, expiresAt: late }), clock), soon);
  assert.equal(nextChange(aLot({ activeFrom: late, expiresAt: soon }), clock), soon);
  assert.equal(nextChange(aLot({ expiresAt: late }), clock), late);
  assert.equal(nextChange(aLot({ activeFrom: soon, awaits: 'x', expiresAt: late }), clock), late);
  assert.equal(nextChange(aLot({ expiresAt: NOW }), clock), null);
});

test('never is later than any moment', () => {
  assert.equal(earlier(null, NOW), NOW);
  assert.equal(earlier(instant(NOW + 1), NOW), NOW);
  assert.equal(earlier(null, null), null);
  assert.equal(free(aLot({ amount: 10, held: 4 })), 6);
});
