import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { EntryKind } from '../core/index.ts';

export type EntryRow = {
  readonly bucket: number;
  readonly currency_code: string;
  readonly seq: number;
  readonly posted_at: Instant;
  readonly occurred_at: Instant;
  readonly receipt_id: string | null;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly balance_after: number;
  readonly debt_after: number;
  readonly partner_code: string;
  readonly held_change: number;
  readonly memo: string | null;
  readonly operation_id: string;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
};

/** What the history may be narrowed to; null: everything. */
export type EntryFilter = {
  readonly currencyCode: string | null;
  readonly kind: EntryKind | null;
};

/** Where the page before ended; the key of the order below. */
export type EntryKey = {
  readonly postedAt: string;
  readonly currencyCode: string;
  readonly seq: number;
};

/** Entries of a member, newest first, older than `before`. */
export function readMemberEntries(
  memberId: MemberId,
  page: { readonly before: EntryKey; readonly limit: number },
  filter: EntryFilter,
): Statement<EntryRow> {
  const { before, limit } = page;
  return sql<EntryRow>`
    select e.bucket, e.currency_code, e.seq, e.posted_at, e.occurred_at, e.receipt_id, e.kind,
      e.amount, e.balance_after, e.debt_after, e.partner_code, e.held_change, e.memo, e.operation_id,
      e.lot_ids, e.lot_amounts
    from ledger.entry e
    where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId}
      and (${filter.currencyCode}::text is null or e.currency_code = ${filter.currencyCode}::text)
      and (${filter.kind}::text is null or e.kind = ${filter.kind}::text)
      and e.posted_at <= ${before.postedAt}::timestamptz
      and (e.posted_at, e.currency_code, e.seq) <
        (${before.postedAt}::timestamptz, ${before.currencyCode}::text, ${before.seq}::bigint)
    order by e.posted_at desc, e.currency_code desc, e.seq desc
    limit ${limit}`;
}

/** What each of these lots was given for. */
export const readOrigins = (
  memberId: MemberId,
  lotIds: readonly string[],
): Statement<{ id: string; promotion_code: string }> => sql<{ id: string; promotion_code: string }>`
  select l.id, l.promotion_code from ledger.lot l
  where l.bucket = ${bucketOf(memberId)} and l.member_id = ${memberId}
    and l.id = any(${lotIds}::uuid[])`;
