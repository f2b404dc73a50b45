import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { EntryKind } from '../core/index.ts';
import type { LotRow } from './read-lots.ts';

/** Which entries of the past an operation wants to see. */
export type EarlierWanted = {
  readonly memberId: MemberId;
  /** The operation that asks. */
  readonly askedBy: string;
  /** Those of this operation; null = by kind. */
  readonly operationId: string | null;
  readonly kinds: readonly EntryKind[];
  readonly since: Instant;
};

export type EarlierRow = {
  readonly member_id: MemberId;
  readonly asked_by: string;
  readonly currency_code: string;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly posted_at: Instant;
  readonly operation_id: string;
  readonly memo: string | null;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
};

/** Entries of members by operation or by kind, oldest first; `since` and `until` let the planner skip other months. */
export const readEarlierEntries = (
  wanted: readonly EarlierWanted[],
  until: Instant,
): Statement<EarlierRow> => {
  const since = wanted.reduce((least, one) => (one.since < least ? one.since : least), FAR);
  return sql<EarlierRow>`
    select e.member_id, w.asked_by, e.currency_code, e.kind, e.amount, e.posted_at, e.operation_id, e.memo,
      e.lot_ids, e.lot_amounts
    from (select
        unnest(${wanted.map((w) => bucketOf(w.memberId))}::int[]) as bucket,
        unnest(${wanted.map((w) => w.memberId)}::bigint[]) as member_id,
        unnest(${wanted.map((w) => w.askedBy)}::uuid[]) as asked_by,
        unnest(${wanted.map((w) => w.operationId)}::uuid[]) as operation_id,
        unnest(${wanted.map((w) => w.operationId)}::text[]) as memo,
        string_to_array(unnest(${wanted.map((w) => w.kinds.join(' '))}::text[]), ' ') as kinds,
        unnest(${wanted.map((w) => w.since)}::timestamptz[]) as since
      ) as w
    join ledger.entry e on e.bucket = w.bucket and e.member_id = w.member_id
      and e.posted_at >= w.since
      and e.posted_at >= ${formatInstant(since)} and e.posted_at < ${formatInstant(until)}
      and (e.operation_id = w.operation_id or e.memo = w.memo or e.kind = any(w.kinds))
    order by e.currency_code, e.seq`;
};

const FAR = 253_402_300_799_000 as Instant;

/** Lots that earlier operations, and what points back to them, drew from or opened, empty ones too. */
export const readLotsOfOperations = (
  wanted: readonly (EarlierWanted & { readonly operationId: string })[],
): Statement<LotRow> => {
  const since = wanted.reduce((least, one) => (one.since < least ? one.since : least), FAR);
  return sql<LotRow>`
    select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held, l.earned_at,
      l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
      l.partner_code, l.funder_code
    from unnest(
      ${wanted.map((w) => bucketOf(w.memberId))}::int[],
      ${wanted.map((w) => w.memberId)}::bigint[],
      ${wanted.map((w) => w.operationId)}::uuid[]
    ) as w (bucket, member_id, operation_id)
    join ledger.entry e on e.bucket = w.bucket and e.member_id = w.member_id
      and (e.operation_id = w.operation_id or e.memo = w.operation_id::text)
      and e.posted_at >= ${formatInstant(since)}
    join ledger.lot l on l.bucket = w.bucket and l.member_id = w.member_id and l.id = any(e.lot_ids)`;
};
