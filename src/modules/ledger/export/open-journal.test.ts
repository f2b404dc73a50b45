import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { memberId } from '#shared/ids.ts';
import { instant, type LocalDate, parseLocalDate } from '#shared/time.ts';
import type { Entry } from '../core/index.ts';
import { type JournalPeriod, openJournal } from './open-journal.ts';

const MILES = { code: 'miles', divisibility: 2 };
const ID = '019d109e-2614-7000-b529-d0ef4068030a';

const entry = (seq: number, posted: string, changes: Partial<Entry> = {}): Entry => ({
  account: { bucket: 1, memberId: memberId(16_385), currencyCode: 'miles' },
  seq,
  postedAt: instant(Date.parse(posted)),
  occurredAt: instant(Date.parse(posted)),
  operationId: ID,
  receiptId: null,
  kind: 'accrual',
  amount: 150,
  heldChange: 0,
  balanceAfter: 150 * seq,
  debtAfter: 0,
  contraAccount: 'programme-liability',
  partnerCode: 'azs',
  memo: null,
  lotTerms: null,
  lots: [],
  ...changes,
});

function journal(entries: readonly Entry[], period: JournalPeriod = {}): string {
  const open = openJournal([MILES], period);
  for (const one of entries) open.add(one);
  return open.take() + open.end();
}

const day = (text: string): LocalDate => present(parseLocalDate(text), text);

test('an entry is a transaction between the member and the contra account of the partner', () => {
  const text = journal([entry(1, '2026-03-02T09:00:00Z', { memo: 'a; b\n"c"' })]);
  assert.equal(
    text,
    `account member:mbr_00000000cn5:available
account member:mbr_00000000cn5:held
account member:mbr_00000000cn5:debt

account programme-liability:azs

2026-03-02 (1) accrual | azs
    ; operation:${ID}, occurred:2026-03-02T09:00:00.000Z
    ; memo: a b c
    member:mbr_00000000cn5:available  1.50 "miles" = 1.50 "miles"
    programme-liability:azs  -1.50 "miles"

`,
  );
});

test('a hold moves points from what is available to what is held, debt stands with a minus', () => {
  const text = journal([
    entry(1, '2026-03-02T09:00:00Z'),
    entry(2, '2026-03-02T09:00:00Z', {
      kind: 'hold',
      amount: 0,
      heldChange: 40,
      balanceAfter: 150,
    }),
    entry(3, '2026-03-02T09:00:00Z', {
      kind: 'accrual-reversal',
      amount: -200,
      balanceAfter: 40,
      debtAfter: 90,
      heldChange: 0,
    }),
  ]);
  assert.match(
    text,
    /available {2}-0\.40 "miles" = 1\.10 "miles"\n.*held {2}0\.40 "miles" = 0\.40 "miles"/,
  );
  assert.match(
    text,
    /available {2}-1\.10 "miles" = 0\.00 "miles"\n.*debt {2}-0\.90 "miles" = -0\.90 "miles"/,
  );
});

test('dates are those of the programme and never go back', () => {
  const text = journal([
    entry(1, '2026-03-02T22:00:00Z'),
    entry(2, '2026-03-02T20:59:00Z', { balanceAfter: 300 }),
  ]);
  assert.deepEqual(text.match(/^\d{4}-\d\d-\d\d/gm), ['2026-03-03', '2026-03-03']);
});

test('a period opens with what stood there, also for an account that did not move', () => {
  const entries = [entry(1, '2026-03-02T09:00:00Z'), entry(2, '2026-03-09T09:00:00Z')];
  const both = journal(entries, { from: day('2026-03-05'), to: day('2026-03-10') });
  assert.deepEqual(both.match(/^\d{4}-\d\d-\d\d .*/gm), [
    '2026-03-05 opening balances',
    '2026-03-09 (2) accrual | azs',
  ]);
  const quiet = journal(entries, { from: day('2026-04-01') });
  assert.match(
    quiet,
    /2026-04-01 opening balances\n.* = 3\.00 "miles"\n.*balances {2}-3\.00 "miles"/,
  );
});
