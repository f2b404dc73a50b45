import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import {
  bySpendOrder,
  emptyAccount,
  isSpendable,
  isStale,
  type Lot,
  recounted,
  spendable,
} from './account.ts';

const NOW = instant(1_000_000);

function aLot(changes: Partial<Lot>): Lot {
  return {
    id: 'a',
    currencyCode: 'bonus',
    amount: 10,
    remaining: 10,
    activeFrom: NOW,
    expiresAt: null,
    receiptId: 'r',
    promotionCode: 'p',
    partnerCode: 'p',
    ...changes,
  };
}

test('a lot can be spent from its first moment until just before it burns', () => {
  const cases: [Partial<Lot>, boolean][] = [
    [{}, true],
    [{ activeFrom: instant(NOW + 1) }, false],
    [{ expiresAt: instant(NOW + 1) }, true],
    [{ expiresAt: NOW }, false],
    [{ remaining: 0 }, false],
  ];
  for (const [changes, expected] of cases) {
    assert.equal(isSpendable(aLot(changes), NOW), expected, JSON.stringify(changes));
  }
});

test('lots that burn on the same day are spent in order of age', () => {
  const lots = [
    aLot({ id: 'c' }),
    aLot({ id: 'b', expiresAt: NOW }),
    aLot({ id: 'a', expiresAt: NOW }),
  ];
  assert.deepEqual(
    lots.sort(bySpendOrder).map((lot) => lot.id),
    ['a', 'b', 'c'],
  );
});

test('an account is counted anew when a lot has woken or burnt', () => {
  const lots = [
    aLot({ id: 'a', remaining: 5, activeFrom: instant(NOW + 10) }),
    aLot({ id: 'b', remaining: 7, expiresAt: instant(NOW + 20) }),
    aLot({ id: 'c', remaining: 0, expiresAt: instant(NOW + 1) }),
  ];
  const account = { ...emptyAccount(1, memberId(16_385), 'bonus'), balance: 12 };
  const cases: [number, number, number | null][] = [
    [0, 7, NOW + 10],
    [10, 12, NOW + 20],
    [20, 5, null],
  ];
  for (const [later, expected, changesAt] of cases) {
    const now = instant(NOW + later);
    const counted = recounted(account, lots, now);
    assert.equal(spendable(counted), expected);
    assert.equal(counted.changesAt, changesAt);
    assert.equal(isStale(counted, now), false);
  }
});
