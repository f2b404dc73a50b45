import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lot, Movement } from '#modules/ledger/admin-contract.ts';
import { milestonesOf } from './lot-milestones.ts';

const NOW = '2026-03-10T09:00:00.000Z';
const currency = {
  code: 'bonus',
  title: { ru: 'Бонусы', en: 'Points' },
  plural: { ru: [], en: [] },
  divisibility: 0,
  partnerCode: null,
  purpose: 'spendable',
} as const;

const aLot = (some: Partial<Lot> = {}): Lot => ({
  lotId: 'lot',
  currencyCode: 'bonus',
  state: 'active',
  amountPoints: 100,
  remainingPoints: 100,
  heldPoints: 0,
  burntPoints: 0,
  earnedAt: '2026-03-01T09:00:00.000Z',
  activeFrom: '2026-03-01T09:00:00.000Z',
  awaits: null,
  expiresAt: null,
  isSliding: false,
  receiptId: null,
  bucket: 1,
  promotionCode: '',
  partnerCode: '',
  funderCode: '',
  ...some,
});

const aMovement = (kind: Movement['kind'], day: number): Movement => ({
  seq: day,
  kind,
  postedAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  occurredAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  points: 0,
  heldPoints: 0,
  remainingPoints: 0,
  repaidPoints: 0,
  receiptId: null,
  bucket: 1,
  partnerCode: '',
  counterpartId: null,
  reason: null,
  dates: null,
  memo: null,
  operationId: '',
});

const told = (lot: Lot, movements: readonly Movement[] = [aMovement('accrual', 1)]) =>
  milestonesOf(
    { lot, currency: { ...currency, plural: { ru: [], en: [] } }, movements: [...movements] },
    NOW,
  ).map((step) => `${step.movement?.kind ?? step.kind}${step.isAhead ? ' ahead' : ''}`);

test('a lot that was active at once and never burns has no milestones of its own', () => {
  assert.deepEqual(told(aLot()), ['accrual']);
});

test('waking and burning are told in their places among the movements', () => {
  const lot = aLot({
    activeFrom: '2026-03-05T09:00:00.000Z',
    expiresAt: '2026-04-01T09:00:00.000Z',
  });
  const movements = [aMovement('accrual', 1), aMovement('redemption', 8)];
  assert.deepEqual(told(lot, movements), ['accrual', 'wokeUp', 'redemption', 'willBurn ahead']);
});

test('a lot that sleeps will wake; one that awaits a confirmation waits at the end', () => {
  assert.deepEqual(told(aLot({ activeFrom: '2026-03-20T09:00:00.000Z' })), [
    'accrual',
    'willWake ahead',
  ]);
  assert.deepEqual(told(aLot({ awaits: 'delivery' })), ['accrual', 'waits ahead']);
});

test('a confirmed lot woke by its confirmation, an empty one burns no more', () => {
  const lot = aLot({
    activeFrom: '2026-03-04T09:00:00.000Z',
    remainingPoints: 0,
    state: 'spent',
    expiresAt: '2026-04-01T09:00:00.000Z',
  });
  assert.deepEqual(told(lot, [aMovement('accrual', 1), aMovement('activation', 4)]), [
    'accrual',
    'activation',
  ]);
});

test('a lot past its time that is not written off yet says so', () => {
  const lot = aLot({ state: 'expired', expiresAt: '2026-03-09T09:00:00.000Z' });
  assert.deepEqual(told(lot), ['accrual', 'dueBurn']);
});
