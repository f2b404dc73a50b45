import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { aLot, NOW, SOMEBODY } from '../testing/builders.ts';
import { clockOf, emptyAccount, needsLots, recounted, spendable } from './account.ts';

const empty = emptyAccount(1, SOMEBODY, 'bonus');

test('an account is counted anew when a lot has woken or burnt', () => {
  const lots = [
    aLot({ id: 'a', amount: 10, remaining: 5, activeFrom: instant(NOW + 10) }),
    aLot({ id: 'b', amount: 10, remaining: 7, expiresAt: instant(NOW + 20) }),
    aLot({ id: 'c', amount: 10, remaining: 0, expiresAt: instant(NOW + 1) }),
  ];
  const cases: [number, number, number | null][] = [
    [0, 7, NOW + 10],
    [10, 12, NOW + 20],
    [20, 5, null],
  ];
  for (const [later, expected, changesAt] of cases) {
    const now = instant(NOW + later);
    const counted = recounted({ ...empty, balance: 12 }, lots, now);
    assert.equal(spendable(counted), expected);
    assert.equal(counted.changesAt, changesAt);
    assert.equal(needsLots(counted, now), false);
  }
});

test('an account cannot go without its lots when it is stale or a date may move', () => {
  assert.equal(needsLots(empty, NOW), false);
  assert.equal(needsLots({ ...empty, changesAt: NOW }, NOW), true);
  assert.equal(needsLots({ ...empty, hasMovingLots: true }, NOW), true);
});

test('held points of a burnt or sleeping lot are counted as held, not as unspendable too', () => {
  const lot = aLot({ amount: 10, held: 4, expiresAt: NOW });
  const counted = recounted({ ...empty, balance: 10, held: 4 }, [lot], NOW);
  assert.deepEqual([counted.unspendable, spendable(counted)], [6, 0]);
});

test('what waits for a confirmation cannot be spent, and no moment wakes it', () => {
  const counted = recounted({ ...empty, balance: 10 }, [aLot({ awaits: 'delivery' })], NOW);
  assert.deepEqual([counted.unspendable, counted.changesAt], [10, null]);
});

test('while expiry is suspended dates do not count', () => {
  const lot = aLot({ expiresAt: NOW });
  const suspended = { ...empty, balance: 10, isExpirySuspended: true };
  assert.equal(spendable(recounted(suspended, [lot], NOW)), 10);
  assert.equal(recounted(suspended, [lot], NOW).changesAt, null);
  assert.deepEqual(clockOf(suspended, NOW), { now: NOW, isExpirySuspended: true });
});
