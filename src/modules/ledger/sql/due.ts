import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** Buckets [from, to). */
export type BucketRange = { readonly from: number; readonly to: number };

/** What became due in (after, until]. */
export type DueWindow = { readonly after: Instant; readonly until: Instant };

/** Where the page before ended: members come by bucket, then number. */
export type DueCursor = { readonly bucket: number; readonly memberId: number };

/** A page of what is due. */
export type DuePage = { readonly cursor: DueCursor; readonly limit: number };

type DueMember = { readonly bucket: number; readonly member_id: MemberId };

/** Members with points in lots whose time ran out in the window. */
export const membersToExpire = (
  range: BucketRange,
  due: DueWindow,
  page: DuePage,
): Statement<DueMember> => sql<DueMember>`
  select distinct l.bucket, l.member_id
  from ledger.lot l
  where l.expires_at > ${formatInstant(due.after)} and l.expires_at <= ${formatInstant(due.until)}
    and l.remaining > l.held and l.bucket >= ${range.from} and l.bucket < ${range.to}
    and (l.bucket, l.member_id) > (${page.cursor.bucket}::int, ${page.cursor.memberId}::bigint)
  order by l.bucket, l.member_id
  limit ${page.limit}`;

/** Members with debt who have points to repay it with, or may have by now. */
export const membersToRepay = (
  range: BucketRange,
  now: Instant,
  page: DuePage,
): Statement<DueMember> => sql<DueMember>`
  select distinct a.bucket, a.member_id
  from ledger.account a
  where a.debt > 0 and a.bucket >= ${range.from} and a.bucket < ${range.to}
    and (a.balance > a.held + a.unspendable or a.changes_at <= ${formatInstant(now)})
    and (a.bucket, a.member_id) > (${page.cursor.bucket}::int, ${page.cursor.memberId}::bigint)
  order by a.bucket, a.member_id
  limit ${page.limit}`;

/** Members with open holds whose time is over, and those holds. */
export const holdsToLapse = (
  range: BucketRange,
  now: Instant,
  page: DuePage,
): Statement<DueMember & { hold_ids: readonly string[] }> => sql<
  DueMember & { hold_ids: readonly string[] }
>`
  select h.bucket, h.member_id, array_agg(h.id order by h.id) as hold_ids
  from ledger.hold h
  where h.state = 'open' and h.lapses_at <= ${formatInstant(now)}
    and h.bucket >= ${range.from} and h.bucket < ${range.to}
    and (h.bucket, h.member_id) > (${page.cursor.bucket}::int, ${page.cursor.memberId}::bigint)
  group by h.bucket, h.member_id
  order by h.bucket, h.member_id
  limit ${page.limit}`;

/** Delayed lots that have woken in the window with points in them. */
export const lotsToWake = (
  range: BucketRange,
  due: DueWindow,
): Statement<{
  bucket: number;
  id: string;
  member_id: MemberId;
  currency_code: string;
  remaining: number;
}> => sql<{
  bucket: number;
  id: string;
  member_id: MemberId;
  currency_code: string;
  remaining: number;
}>`
  select l.bucket, l.id, l.member_id, l.currency_code, l.remaining
  from ledger.lot l
  where l.active_from > l.earned_at
    and l.active_from > ${formatInstant(due.after)} and l.active_from <= ${formatInstant(due.until)}
    and l.awaits is null and l.remaining > 0
    and l.bucket >= ${range.from} and l.bucket < ${range.to}
  order by l.active_from, l.id`;
