import { hash } from 'node:crypto';
import { canonicalEntry, type EntryKind, NO_HASH } from '#modules/ledger/core/index.ts';
import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { type Checker, shorten } from './finding.ts';

type Row = {
  readonly bucket: number;
  readonly member_id: MemberId;
  readonly currency_code: string;
  readonly seq: number;
  readonly posted_at: Instant;
  readonly occurred_at: Instant;
  readonly operation_id: string;
  readonly receipt_id: string | null;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly held_change: number;
  readonly balance_after: number;
  readonly debt_after: number;
  readonly contra_account: string;
  readonly partner_code: string;
  readonly memo: string | null;
  readonly lot_terms: string | null;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
  readonly prev_hash: string;
  readonly hash: string;
};

const allEntries = (): Statement<Row> => sql<Row>`
  select e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at, e.occurred_at, e.operation_id,
    e.receipt_id, e.kind, e.amount, e.held_change, e.balance_after, e.debt_after, e.contra_account,
    e.partner_code, e.memo, e.lot_terms, e.lot_ids, e.lot_amounts, encode(e.prev_hash, 'hex') as prev_hash, encode(e.hash, 'hex') as hash
  from ledger.entry e
  order by e.bucket, e.member_id, e.currency_code, e.seq`;

/** I4: entries are numbered 1 … n and chained; every hash is made anew from the row and compared. */
export const checkChain: Checker = async ({ snapshot }) => {
  const rows = await snapshot.run(allEntries());
  const accounts = Map.groupBy(rows, (row) => `${row.member_id} ${row.currency_code}`);
  const findings = [...accounts].flatMap(([account, entries]) => faultsOf(account, entries));
  return shorten('I4', findings);
};

function faultsOf(account: string, entries: readonly Row[]): readonly string[] {
  const findings: string[] = [];
  let before = { hash: NO_HASH, total: 0 };
  for (const [place, row] of entries.entries()) {
    const at = `account ${account}, entry ${row.seq}`;
    if (row.seq !== place + 1) findings.push(`${at}: should be ${place + 1}`);
    if (row.prev_hash !== before.hash) findings.push(`${at}: does not follow the one before`);
    if (row.hash !== hashOf(row)) findings.push(`${at}: the hash is not that of its fields`);
    const total = row.balance_after - row.debt_after;
    if (total !== before.total + row.amount) findings.push(`${at}: the balance jumps`);
    before = { hash: row.hash, total };
  }
  return findings;
}

function hashOf(row: Row): string {
  const { bucket, member_id: memberId, currency_code: currencyCode } = row;
  const entry = {
    account: { bucket, memberId, currencyCode },
    seq: row.seq,
    postedAt: row.posted_at,
    occurredAt: row.occurred_at,
    operationId: row.operation_id,
    receiptId: row.receipt_id,
    kind: row.kind,
    amount: row.amount,
    heldChange: row.held_change,
    balanceAfter: row.balance_after,
    debtAfter: row.debt_after,
    contraAccount: row.contra_account,
    partnerCode: row.partner_code,
    memo: row.memo,
    lotTerms: row.lot_terms,
    lots: row.lot_ids.map((id, place) => ({ id, amount: row.lot_amounts[place] ?? 0 })),
  };
  return hash('sha256', canonicalEntry(entry, row.prev_hash), 'hex');
}
