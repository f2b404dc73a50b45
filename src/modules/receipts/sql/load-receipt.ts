import {
  ensureAccounts,
  lockMembers,
  readLockedAccounts,
  readReceiptEntries,
  readReceiptLots,
} from '#modules/ledger/index.ts';
import { readAftermathCounters, storedAftermath } from '#modules/promotions/index.ts';
import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { readBuyers } from './load-facts.ts';

const DAY_MS = 86_400_000;

export type SaleRow = {
  readonly id: string;
  readonly bucket: number;
  readonly member_id: MemberId;
  readonly kind: 'sale' | 'void';
  readonly partner_code: string;
  readonly recorded_at: Instant;
  readonly rule_set_version: number;
  readonly answer: string;
  readonly facts: string;
  readonly aftermath: string | null;
};

/** A receipt by its key; it never changes, so no lock is needed to read it. */
export const readSale = (bucket: number, id: string): Statement<SaleRow> => sql<SaleRow>`
  select r.id, r.bucket, r.member_id, r.kind, r.partner_code, r.recorded_at, r.rule_set_version,
    r.answer, r.facts, r.aftermath
  from receipts.receipt r
  where r.bucket = ${bucket} and r.id = ${id}`;

export type VersionRow = {
  readonly version_no: number;
  readonly operation_id: string;
  readonly kind: 'return' | 'cancel';
  readonly request_hash: Buffer;
  readonly answer: string;
};

/** Returns and cancels of a receipt, oldest first. */
export const readReversals = (bucket: number, receiptId: string): Statement<VersionRow> =>
  sql<VersionRow>`
    select v.version_no, v.operation_id, v.kind, v.request_hash, v.answer
    from receipts.receipt_version v
    where v.bucket = ${bucket} and v.receipt_id = ${receiptId} and v.kind <> 'calculation'
    order by v.version_no`;

/** Begins, locks the owner's accounts and reads what a reversal of the receipt needs: one round trip. */
export async function loadReceipt(session: Session, sale: SaleRow, mainCurrency: string) {
  const owner = sale.member_id;
  // Only to skip earlier months: a day of slack, since servers' clocks differ.
  const since = instant(sale.recorded_at - DAY_MS);
  const [, , , accounts, reversals, entries, lots, buyers, counters] = await session.pipeline([
    sql`begin`,
    ensureAccounts([bucketOf(owner)], [owner], mainCurrency),
    lockMembers([bucketOf(owner)], [owner], mainCurrency),
    readLockedAccounts([bucketOf(owner)], [owner]),
    readReversals(sale.bucket, sale.id),
    readReceiptEntries(owner, sale.id, since),
    readReceiptLots(owner, sale.id, since),
    readBuyers([bucketOf(owner)], [owner]),
    readAftermathCounters(owner, storedAftermath(sale.aftermath)),
  ] as const);
  return { accounts, reversals, entries, lots, buyers, counters };
}
