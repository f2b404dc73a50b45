import { sql as part } from 'kysely';
import type { Database } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { ReceiptState } from '../admin-contract.ts';

/** One receipt with the number and the kinds of what came after it. */
export type ListedReceipt = {
  readonly bucket: number;
  readonly id: string;
  readonly member_id: MemberId;
  readonly kind: 'sale' | 'void';
  readonly terminal_id: string;
  readonly store_id: string;
  readonly partner_code: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly gross_kopecks: number;
  readonly discount_kopecks: number;
  readonly redeemed_kopecks: number;
  readonly redeemed_points: number;
  readonly accrued_points: number;
  readonly returns: number;
  readonly cancels: number;
};

/** Place in the order of lists: newest first by the time of recording, then by id. */
export type ReceiptKey = { readonly recordedAt: Instant; readonly id: string };

export type ReceiptFilter = {
  /** Recorded at this moment or later. */
  readonly from: Instant;
  /** Only what comes after this key in the list. */
  readonly before: ReceiptKey;
  readonly storeId?: string | undefined;
  readonly partnerCode?: string | undefined;
  readonly member?: { readonly bucket: number; readonly memberId: MemberId } | undefined;
  readonly state?: ReceiptState | undefined;
  readonly limit: number;
};

/**
 * Receipts of a span of recording time, newest first. The span is what the BRIN index on `recorded_at`
 * works on: it may be long only when a member narrows the search to one bucket.
 */
export function readReceipts(
  db: Database,
  filter: ReceiptFilter,
): Promise<readonly ListedReceipt[]> {
  const before = formatInstant(filter.before.recordedAt);
  let query = listed(db)
    .where('r.recorded_at', '>=', moment(filter.from))
    .where('r.recorded_at', '<=', moment(filter.before.recordedAt))
    .where(
      part<boolean>`(r.recorded_at, r.id) < (${before}::timestamptz, ${filter.before.id}::uuid)`,
    )
    .orderBy('r.recorded_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit);
  if (filter.storeId !== undefined) query = query.where('r.store_id', '=', filter.storeId);
  if (filter.partnerCode !== undefined) {
    query = query.where('r.partner_code', '=', filter.partnerCode);
  }
  if (filter.member !== undefined) {
    query = query
      .where('r.bucket', '=', filter.member.bucket)
      .where('r.member_id', '=', filter.member.memberId);
  }
  if (filter.state !== undefined) query = query.where(isIn(filter.state));
  return asListed(query.execute());
}

/** Receipts with these keys, in no order. */
export function readReceiptsByKey(
  db: Database,
  keys: readonly { readonly bucket: number; readonly id: string }[],
): Promise<readonly ListedReceipt[]> {
  const buckets = keys.map((key) => key.bucket);
  const ids = keys.map((key) => key.id);
  return asListed(
    listed(db)
      .where(
        part<boolean>`(r.bucket, r.id) in (select * from unnest(${buckets}::int[], ${ids}::uuid[]))`,
      )
      .execute(),
  );
}

/** The newest receipts recorded after a key, newest first: what a feed has missed. */
export function readReceiptsSince(
  db: Database,
  after: ReceiptKey,
  limit: number,
): Promise<readonly ListedReceipt[]> {
  const since = formatInstant(after.recordedAt);
  return asListed(
    listed(db)
      .where('r.recorded_at', '>=', moment(after.recordedAt))
      .where(part<boolean>`(r.recorded_at, r.id) > (${since}::timestamptz, ${after.id}::uuid)`)
      .orderBy('r.recorded_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(limit)
      .execute(),
  );
}

function listed(db: Database) {
  return db.kysely
    .selectFrom('receipts.receipt as r')
    .select([
      'r.bucket',
      'r.id',
      'r.member_id',
      'r.kind',
      'r.terminal_id',
      'r.store_id',
      'r.partner_code',
      'r.occurred_at',
      'r.recorded_at',
      'r.gross_kopecks',
      'r.discount_kopecks',
      'r.redeemed_kopecks',
      'r.redeemed_points',
      'r.accrued_points',
      versions('return').as('returns'),
      versions('cancel').as('cancels'),
    ]);
}

function versions(kind: 'return' | 'cancel') {
  return part<number>`(select count(*) from receipts.receipt_version v
    where v.bucket = r.bucket and v.receipt_id = r.id and v.kind = ${kind})`;
}

function isIn(state: ReceiptState) {
  switch (state) {
    case 'void':
      return part<boolean>`r.kind = 'void'`;
    case 'cancelled':
      return part<boolean>`r.kind = 'sale' and ${versions('cancel')} > 0`;
    case 'returned':
      return part<boolean>`r.kind = 'sale' and ${versions('return')} > 0 and ${versions('cancel')} = 0`;
    case 'sale':
      return part<boolean>`r.kind = 'sale' and ${versions('return')} + ${versions('cancel')} = 0`;
  }
}

function moment(at: Instant) {
  return part<Instant>`${formatInstant(at)}::timestamptz`;
}

/** The database's check constraints vouch for what its types do not say. */
async function asListed(
  rows: Promise<
    readonly (Omit<ListedReceipt, 'member_id' | 'kind'> & { member_id: number; kind: string })[]
  >,
): Promise<readonly ListedReceipt[]> {
  return (await rows) as readonly ListedReceipt[];
}
