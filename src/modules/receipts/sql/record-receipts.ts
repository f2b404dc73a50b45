import type { Book } from '#modules/ledger/core/index.ts';
import { writeBooks } from '#modules/ledger/index.ts';
import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { type OutboxEvent, outboxRows } from '#platform/outbox/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A row of receipts.receipt. */
export type ReceiptRow = {
  readonly id: string;
  readonly owner: MemberId;
  readonly kind: 'sale' | 'void';
  readonly terminalId: string;
  readonly storeId: string;
  readonly partnerCode: string;
  readonly receiptNumber: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly ruleSetVersion: number;
  readonly grossKopecks: number;
  readonly discountKopecks: number;
  readonly redeemedKopecks: number;
  readonly redeemedPoints: number;
  readonly accruedPoints: number;
  readonly requestHash: Buffer;
  readonly request: string;
  readonly facts: string;
  readonly answer: string;
  /** null: nothing but money and points. */
  readonly aftermath: string | null;
};

/** How much a member has bought, after the batch. */
export type BuyerTotal = {
  readonly owner: MemberId;
  readonly purchases: number;
  readonly payableKopecks: number;
};

/** Everything that a batch writes. */
export type Record = {
  readonly receipts: readonly ReceiptRow[];
  readonly books: readonly Book[];
  readonly buyers: ReadonlyMap<MemberId, BuyerTotal>;
  readonly events: readonly OutboxEvent[];
  readonly counted: readonly Statement[];
};

/** Writes receipts, ledger, rollups and outbox, and commits: one round trip, all or nothing. */
export async function recordReceipts(session: Session, record: Record): Promise<void> {
  if (record.receipts.length === 0) {
    await session.run(sql`rollback`);
    return;
  }
  await session.pipeline([
    insertReceipts(record.receipts),
    ...writeBooks(record.books),
    ...(record.buyers.size > 0 ? [writeBuyers([...record.buyers.values()])] : []),
    ...record.counted,
    outboxRows(record.events),
    sql`commit`,
  ]);
}

/** Appends receipts. */
export const insertReceipts = (rows: readonly ReceiptRow[]): Statement => sql`
  insert into receipts.receipt (bucket, id, member_id, kind, terminal_id, store_id, partner_code,
    receipt_number, occurred_at, recorded_at, rule_set_version, gross_kopecks, discount_kopecks,
    redeemed_kopecks, redeemed_points, accrued_points, request_hash, request, facts, answer,
    aftermath)
  select * from unnest(
    ${rows.map((r) => bucketOf(r.owner))}::int[],
    ${rows.map((r) => r.id)}::uuid[],
    ${rows.map((r) => r.owner)}::bigint[],
    ${rows.map((r) => r.kind)}::text[],
    ${rows.map((r) => r.terminalId)}::uuid[],
    ${rows.map((r) => r.storeId)}::uuid[],
    ${rows.map((r) => r.partnerCode)}::text[],
    ${rows.map((r) => r.receiptNumber)}::text[],
    ${rows.map((r) => formatInstant(r.occurredAt))}::timestamptz[],
    ${rows.map((r) => formatInstant(r.recordedAt))}::timestamptz[],
    ${rows.map((r) => r.ruleSetVersion)}::bigint[],
    ${rows.map((r) => r.grossKopecks)}::bigint[],
    ${rows.map((r) => r.discountKopecks)}::bigint[],
    ${rows.map((r) => r.redeemedKopecks)}::bigint[],
    ${rows.map((r) => r.redeemedPoints)}::bigint[],
    ${rows.map((r) => r.accruedPoints)}::bigint[],
    ${rows.map((r) => r.requestHash)}::bytea[],
    ${rows.map((r) => r.request)}::text[],
    ${rows.map((r) => r.facts)}::text[],
    ${rows.map((r) => r.answer)}::text[],
    ${rows.map((r) => r.aftermath)}::text[])`;

/** Writes what members have bought so far. */
export const writeBuyers = (buyers: readonly BuyerTotal[]): Statement => sql`
  insert into receipts.buyer (bucket, member_id, purchases, payable_kopecks)
  select * from unnest(
    ${buyers.map((b) => bucketOf(b.owner))}::int[],
    ${buyers.map((b) => b.owner)}::bigint[],
    ${buyers.map((b) => b.purchases)}::bigint[],
    ${buyers.map((b) => b.payableKopecks)}::bigint[])
  on conflict (bucket, member_id) do update set
    purchases = excluded.purchases, payable_kopecks = excluded.payable_kopecks`;
