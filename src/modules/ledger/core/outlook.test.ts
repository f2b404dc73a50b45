import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant, parseInstant } from '#shared/time.ts';
import { emptyAccount } from './account.ts';
import type { Lot } from './lot.ts';
import { outlook } from './outlook.ts';

const at = (text: string) => parseInstant(text) ?? instant(0);
/** Noon in Moscow on Monday, 2 March 2026. */
const NOW = at('2026-03-02T09:00:00Z');
const ZONE = 'Europe/Moscow';
const ACCOUNT = emptyAccount(1, memberId(16_385), 'bonus');
let made = 0;

function aLot(some: Partial<Lot> = {}): Lot {
  made += 1;
  return {
    id: `lot-${made}`,
    currencyCode: 'bonus',
    amount: 100,
    remaining: 100,
    held: 0,
    earnedAt: NOW,
    activeFrom: NOW,
    awaits: null,
    expiresAt: null,
    lifetime: null,
    receiptId: null,
    promotionCode: '',
    partnerCode: '',
    funderCode: '',
    ...some,
  };
}

const look = (lots: readonly Lot[], account = ACCOUNT) =>
  outlook(account, lots, { now: NOW, zone: ZONE, weeks: 3 });

test('the parts of an account add up to its balance', () => {
  const lots = [
    aLot({ held: 30 }),
    aLot({ activeFrom: at('2026-03-05T09:00:00Z') }),
    aLot({ awaits: 'delivery', held: 10 }),
    aLot({ expiresAt: at('2026-03-01T09:00:00Z'), held: 5 }),
  ];
  const { spendable, pending, overdue } = look(lots);
  assert.deepEqual([spendable, pending, overdue], [70, 190, 95]);
  assert.equal(spendable + pending + overdue + 45, 400);
});

test('points that wake on one local day are told together, unconfirmed ones last', () => {
  const { waking } = look([
    aLot({ awaits: 'delivery' }),
    aLot({ activeFrom: at('2026-03-05T20:59:00Z') }),
    aLot({ activeFrom: at('2026-03-05T06:00:00Z'), remaining: 40 }),
    aLot({ activeFrom: at('2026-03-05T21:00:00Z') }),
  ]);
  assert.deepEqual(waking, [
    { on: '2026-03-05', awaits: null, points: 140 },
    { on: '2026-03-06', awaits: null, points: 100 },
    { on: null, awaits: 'delivery', points: 100 },
  ]);
});

test('points burn in the week of the last day on which they can be spent', () => {
  const { weeks, later, never } = look([
    aLot({ expiresAt: at('2026-03-08T21:00:00Z') }),
    aLot({ expiresAt: at('2026-03-08T21:00:01Z'), held: 100 }),
    aLot({ expiresAt: at('2026-03-22T20:00:00Z') }),
    aLot({ expiresAt: at('2026-03-23T20:00:00Z') }),
    aLot(),
  ]);
  assert.deepEqual(weeks, [
    { monday: '2026-03-02', points: 100 },
    { monday: '2026-03-09', points: 100 },
    { monday: '2026-03-16', points: 100 },
  ]);
  assert.deepEqual([later, never], [100, 100]);
});

test('where burning is suspended nothing burns, whatever the dates say', () => {
  const account = { ...ACCOUNT, isExpirySuspended: true };
  const lots = [
    aLot({ expiresAt: at('2026-03-01T09:00:00Z') }),
    aLot({ expiresAt: at('2026-03-04T09:00:00Z') }),
  ];
  const { spendable, overdue, never, weeks } = look(lots, account);
  assert.deepEqual([spendable, overdue, never], [200, 0, 200]);
  assert.ok(weeks.every((week) => week.points === 0));
});

test('the week of a Sunday begins six days before it', () => {
  const sunday = at('2026-03-08T09:00:00Z');
  const [week] = outlook(ACCOUNT, [], { now: sunday, zone: ZONE, weeks: 1 }).weeks;
  assert.equal(week?.monday, '2026-03-02');
});
