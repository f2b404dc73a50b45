import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import type { Lot } from './account.ts';
import { spendablePoints } from './spendable.ts';

test('only active lots of the currency that have not burnt can be spent', () => {
  const now = instant(100);
  const lot: Lot = {
    id: 'a',
    currencyCode: 'bonus',
    amount: 10,
    remaining: 10,
    activeFrom: instant(0),
    expiresAt: null,
    receiptId: 'r',
    promotionCode: 'p',
    partnerCode: 'p',
  };
  const lots = [
    lot,
    { ...lot, id: 'b', currencyCode: 'stars' },
    { ...lot, id: 'c', activeFrom: instant(101) },
    { ...lot, id: 'd', expiresAt: instant(100) },
    { ...lot, id: 'e', remaining: 3 },
  ];
  assert.equal(spendablePoints(lots, 'bonus', now), 13);
});
