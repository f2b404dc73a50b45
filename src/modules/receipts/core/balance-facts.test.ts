import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, type Lot, openBook } from '#modules/ledger/core/index.ts';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { balanceFacts } from './balance-facts.ts';

const NOW = instant(1_800_000_000_000);
const inDays = (days: number) => instant(NOW + days * 86_400_000);

const aLot = (id: string, changes: Partial<Lot>): Lot => ({
  id,
  currencyCode: 'bonus',
  amount: 10,
  remaining: 10,
  held: 0,
  earnedAt: instant(0),
  activeFrom: instant(0),
  awaits: null,
  expiresAt: null,
  lifetime: null,
  receiptId: null,
  promotionCode: 'base',
  partnerCode: 'p',
  funderCode: '',
  ...changes,
});
const empty = accountOf(openBook({ bucket: 1, memberId: memberId(16_385) }), 'bonus');
const account = { ...empty, balance: 40, unspendable: 10, debt: 3 };
const lots = [
  aLot('for-ever', {}),
  aLot('soon', { expiresAt: inDays(30), held: 4 }),
  aLot('late', { expiresAt: inDays(31) }),
  aLot('asleep', { activeFrom: inDays(1) }),
  aLot('other', { currencyCode: 'chips', expiresAt: inDays(1) }),
];

test('points are told apart by what can be done with them', () => {
  assert.deepEqual(balanceFacts([account], lots, NOW), {
    bonus: { available: 27, pending: 10, expiring: 6, total: 37 },
  });
});

test('points of a tier that keeps them never are about to burn', () => {
  const kept = { ...account, isExpirySuspended: true };
  assert.equal(balanceFacts([kept], lots, NOW)['bonus']?.expiring, 0);
});
