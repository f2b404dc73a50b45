import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { aLot, NOW } from '../testing/builders.ts';
import { spendablePoints } from './spendable.ts';

test('only active lots of the currency that have not burnt can be spent', () => {
  const lots = [
    aLot({ id: 'a' }),
    aLot({ id: 'b', currencyCode: 'stars' }),
    aLot({ id: 'c', activeFrom: instant(NOW + 1) }),
    aLot({ id: 'd', expiresAt: NOW }),
    aLot({ id: 'e', amount: 10, remaining: 3 }),
    aLot({ id: 'f', amount: 10, held: 8 }),
  ];
  const account = { currencyCode: 'bonus', isExpirySuspended: false };
  assert.equal(spendablePoints(lots, account, NOW), 15);
  assert.equal(spendablePoints(lots, { ...account, isExpirySuspended: true }, NOW), 25);
});
