import { lotsHorizon } from '#modules/ledger/core/index.ts';
import {
  ensureAccounts,
  lockMembers,
  readLockedAccounts,
  readLotsToCount,
} from '#modules/ledger/index.ts';
import { memberFacts } from '#modules/members/index.ts';
import type { MeterReader } from '#modules/promotions/index.ts';
import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** A stored receipt, as far as a re-sent one needs it. */
export type StoredReceipt = {
  readonly id: string;
  readonly bucket: number;
  readonly kind: 'sale' | 'void';
  readonly partner_code: string;
  readonly request_hash: Buffer;
  readonly answer: string;
};

type BuyerRow = {
  readonly member_id: MemberId;
  readonly purchases: number;
  readonly payable_kopecks: number;
};

/** Which rows a batch of confirms needs. */
export type Wanted = {
  /** Owners of the receipts, each once, in the global lock order: bucket, then member. */
  readonly owners: readonly MemberId[];
  /** Those of them who want to pay with points. */
  readonly spenders: readonly MemberId[];
  readonly receiptIds: readonly string[];
  readonly receiptBuckets: readonly number[];
  readonly mainCurrency: string;
  /** When it is asked; decisions are taken behind the locks, a little later. */
  readonly asked: Instant;
  /** What promotions ask for besides. */
  readonly meters: MeterReader;
};

/** Begins the transaction, locks the owners' accounts and reads all that the decisions need: one round trip. */
export async function loadFacts(session: Session, wanted: Wanted) {
  const buckets = wanted.owners.map(bucketOf);
  const horizon = lotsHorizon(wanted.asked);
  const [, , , accounts, members, receipts, buyers, lots, ...metered] = await session.pipeline([
    sql`begin`,
    ensureAccounts(buckets, wanted.owners, wanted.mainCurrency),
    lockMembers(buckets, wanted.owners, wanted.mainCurrency),
    readLockedAccounts(buckets, wanted.owners),
    memberFacts(buckets, wanted.owners),
    storedReceipts(wanted.receiptBuckets, wanted.receiptIds),
    readBuyers(buckets, wanted.owners),
    readLotsToCount(buckets, wanted.owners, { ...wanted, horizon }),
    ...wanted.meters.statements,
  ] as const);
  const meters = wanted.meters.rowsOf(metered);
  return { accounts, members, receipts, buyers, lots, horizon, meters };
}

/** Receipts that are there already. The range of ids lets the planner skip the other months. */
export const storedReceipts = (
  buckets: readonly number[],
  ids: readonly string[],
): Statement<StoredReceipt> => {
  const sorted = [...ids].sort();
  return sql<StoredReceipt>`
    select r.id, r.bucket, r.kind, r.partner_code, r.request_hash, r.answer
    from receipts.receipt r
    where (r.bucket, r.id) in (select * from unnest(${buckets}::int[], ${ids}::uuid[]))
      and r.id >= ${sorted[0]} and r.id <= ${sorted.at(-1)}`;
};

/** How much members have bought so far. */
export const readBuyers = (
  buckets: readonly number[],
  memberIds: readonly MemberId[],
): Statement<BuyerRow> => sql<BuyerRow>`
  select b.member_id, b.purchases, b.payable_kopecks
  from receipts.buyer b
  where (b.bucket, b.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))`;
