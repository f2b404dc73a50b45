import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { aLot, daysLater, NOW } from '../testing/builders.ts';
import { CONTRA_ACCOUNTS, canonicalEntry, type Entry, termsOfLots } from './entry.ts';

const entry: Entry = {
  account: { bucket: 1, memberId: memberId(16_385), currencyCode: 'bonus' },
  seq: 1,
  postedAt: instant(1),
  occurredAt: instant(2),
  operationId: 'op',
  receiptId: 'rc',
  kind: 'accrual',
  amount: 12,
  heldChange: 0,
  balanceAfter: 12,
  debtAfter: 0,
  contraAccount: 'programme-liability',
  partnerCode: 'p',
  memo: null,
  lotTerms: null,
  lots: [{ id: 'a', amount: 12 }],
};

test('every field of an entry changes its canonical bytes', () => {
  const others: Entry[] = [
    { ...entry, account: { ...entry.account, memberId: memberId(16_386) } },
    { ...entry, account: { ...entry.account, currencyCode: 'stars' } },
    { ...entry, seq: 2 },
    { ...entry, postedAt: instant(3) },
    { ...entry, occurredAt: instant(3) },
    { ...entry, operationId: 'op2' },
    { ...entry, receiptId: 'rc2' },
    { ...entry, kind: 'redemption' },
    { ...entry, amount: 13 },
    { ...entry, balanceAfter: 13 },
    { ...entry, debtAfter: 1 },
    { ...entry, contraAccount: 'x' },
    { ...entry, partnerCode: 'q' },
    { ...entry, lots: [{ id: 'a', amount: 13 }] },
    { ...entry, lots: [] },
    { ...entry, receiptId: null },
    { ...entry, heldChange: 1 },
    { ...entry, memo: 'm' },
    { ...entry, memo: '' },
    { ...entry, lotTerms: '' },
  ];
  const bytes = new Set([entry, ...others].map((one) => canonicalEntry(one, 'h')));
  assert.equal(bytes.size, others.length + 1);
  assert.notEqual(canonicalEntry(entry, 'h'), canonicalEntry(entry, 'g'));
});

test('fields that run together do not collide', () => {
  const a = canonicalEntry({ ...entry, operationId: 'ab', receiptId: 'c' }, 'h');
  const b = canonicalEntry({ ...entry, operationId: 'a', receiptId: 'bc' }, 'h');
  assert.notEqual(a, b);
});

test('an entry of before the ledger knew holds and memos keeps its bytes', () => {
  const bytes = canonicalEntry(entry, 'h');
  assert.ok(bytes.endsWith('1:a2:12'), bytes);
});

test('every kind of entry has its contra account', () => {
  assert.equal(CONTRA_ACCOUNTS.expiry, 'breakage');
  assert.equal(CONTRA_ACCOUNTS['transfer-out'], CONTRA_ACCOUNTS['transfer-in']);
});

test('an entry says which dates it gave: opened lots in order, changed ones by name', () => {
  const opened = [aLot({ expiresAt: daysLater(1) }), aLot({ awaits: 'delivery' })];
  const redated = [aLot({ id: 'x' })];
  const said = `+${NOW},${daysLater(1)},;+${NOW},,delivery;x,${NOW},,`;
  assert.equal(termsOfLots(opened, redated), said);
  assert.equal(termsOfLots([], []), null);
});
