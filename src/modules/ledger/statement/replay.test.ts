import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import type { Entry } from '../core/index.ts';
import { replay } from './replay.ts';

const entry = (seq: number, postedAt: number, changes: Partial<Entry> = {}): Entry => ({
  account: { bucket: 1, memberId: memberId(16_385), currencyCode: 'bonus' },
  seq,
  postedAt: instant(postedAt),
  occurredAt: instant(postedAt),
  operationId: `operation-${seq}`,
  receiptId: null,
  kind: 'accrual',
  amount: 10,
  heldChange: 0,
  balanceAfter: 10 * seq,
  debtAfter: 0,
  contraAccount: 'programme-liability',
  partnerCode: 'azs',
  memo: null,
  lotTerms: '+1,2,',
  lots: [{ id: `lot-${seq}`, amount: 10 }],
  ...changes,
});
const period = (from: number, until: number) => ({ from: instant(from), until: instant(until) });
const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);

test('what is posted at the first moment belongs to a period, at the last one to the next', () => {
  const entries = [entry(1, 10), entry(2, 20), entry(3, 30)];
  const { opening, movements, closing } = replay(entries, period(20, 30));
  assert.deepEqual([opening.balance, seqs(movements), closing.balance], [10, [2], 20]);
});

test('where a clock went back, periods are still runs of entries', () => {
  const entries = [entry(1, 10), entry(2, 31), entry(3, 29), entry(4, 40)];
  const early = replay(entries, period(10, 30));
  const late = replay(entries, period(30, 50));
  assert.deepEqual([seqs(early.movements), seqs(late.movements)], [[1], [2, 3, 4]]);
  assert.deepEqual(late.opening, early.closing);
});

test('lots are empty or gone as the entries have it, with the dates that were given last', () => {
  const redated = { kind: 'extension', amount: 0, lots: [], lotTerms: 'lot-2,1,9,' } as const;
  const spent = { kind: 'redemption', amount: -10, lotTerms: null } as const;
  const { pointsByLot, termsByLot } = replay(
    [
      entry(1, 10),
      entry(2, 20),
      entry(3, 30, { ...spent, lots: [{ id: 'lot-1', amount: -10 }] }),
      entry(4, 40, redated),
    ],
    period(0, 50),
  );
  assert.deepEqual([...pointsByLot], [['lot-2', 10]]);
  assert.equal(termsByLot.get('lot-2')?.expiresAt, 9);
});

test('a hold is open until an entry names it', () => {
  const hold = entry(1, 10, { kind: 'hold', operationId: 'h', heldChange: 5, memo: 'h' });
  const release = entry(2, 20, { kind: 'release', heldChange: -5, memo: 'h' });
  assert.deepEqual([...replay([hold, release], period(0, 15)).openHoldIds], ['h']);
  const { openHoldIds, closing } = replay([hold, release], period(0, 25));
  assert.deepEqual([openHoldIds.size, closing.held], [0, 0]);
});
