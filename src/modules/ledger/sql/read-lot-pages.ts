import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { LotRow } from './read-lots.ts';

/** Where the page before ended: the end of its last lot (`infinity`: never) and the lot's id. */
export type OpenLotKey = { readonly expiresAt: string; readonly id: string };

export type LotPage<Key> = {
  readonly memberId: MemberId;
  /** null: every currency. */
  readonly currencyCode: string | null;
  readonly after: Key;
  readonly limit: number;
};

/** What lots with points may be narrowed to. */
export type OpenLotFilter = 'open' | 'active' | 'pending' | 'awaiting' | 'held';

/** A member's lots that hold points, first to burn first. */
export const readOpenLots = (
  page: LotPage<OpenLotKey>,
  filter: { readonly show: OpenLotFilter; readonly now: Instant },
): Statement<LotRow> => sql<LotRow>`
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
    l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
    l.partner_code, l.funder_code
  from ledger.lot l
  where l.bucket = ${bucketOf(page.memberId)} and l.member_id = ${page.memberId} and l.remaining > 0
    and (${page.currencyCode}::text is null or l.currency_code = ${page.currencyCode}::text)
    and case ${filter.show}::text
      when 'active' then l.awaits is null and l.active_from <= ${formatInstant(filter.now)}::timestamptz
      when 'pending' then l.awaits is null and l.active_from > ${formatInstant(filter.now)}::timestamptz
      when 'awaiting' then l.awaits is not null
      when 'held' then l.held > 0
      else true end
    and (coalesce(l.expires_at, 'infinity'), l.id) >
      (${page.after.expiresAt}::timestamptz, ${page.after.id}::uuid)
  order by coalesce(l.expires_at, 'infinity'), l.id
  limit ${page.limit}`;

/** A member's lots without points, newest first. */
export const readClosedLots = (
  page: LotPage<{ readonly id: string }>,
): Statement<LotRow> => sql<LotRow>`
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
    l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
    l.partner_code, l.funder_code
  from ledger.lot l
  where l.bucket = ${bucketOf(page.memberId)} and l.member_id = ${page.memberId} and l.remaining = 0
    and (${page.currencyCode}::text is null or l.currency_code = ${page.currencyCode}::text)
    and l.id < ${page.after.id}::uuid
  order by l.id desc
  limit ${page.limit}`;

/** How much of these lots was written off because its time was over; lots without any are left out. */
export const readBurntPoints = (
  memberId: MemberId,
  lotIds: readonly string[],
  since: Instant,
): Statement<{ lot_id: string; points: number }> => sql<{ lot_id: string; points: number }>`
  select x.lot_id, -sum(x.amount)::bigint as points
  from ledger.entry e, unnest(e.lot_ids, e.lot_amounts) as x (lot_id, amount)
  where e.bucket = ${bucketOf(memberId)} and e.member_id = ${memberId} and e.kind = 'expiry'
    and e.posted_at >= ${formatInstant(since)} and x.lot_id = any(${lotIds}::uuid[])
  group by x.lot_id`;
