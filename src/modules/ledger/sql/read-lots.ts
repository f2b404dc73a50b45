import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** A row of ledger.lot as the driver gives it. */
export type LotRow = {
  readonly bucket: number;
  readonly member_id: MemberId;
  readonly id: string;
  readonly currency_code: string;
  readonly amount: number;
  readonly remaining: number;
  readonly held: number;
  readonly earned_at: Instant;
  readonly active_from: Instant;
  readonly awaits: string | null;
  readonly expires_at: Instant | null;
  readonly lifetime: string | null;
  readonly receipt_id: string | null;
  readonly promotion_code: string;
  readonly partner_code: string;
  readonly funder_code: string;
};

/** The members' lots that still hold points. */
export function readLots(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
): Statement<LotRow> {
  return sql<LotRow>`
    select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
      l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
      l.partner_code, l.funder_code
    from unnest(${buckets}::int[], ${memberIds}::bigint[]) as w (bucket, member_id)
    cross join lateral (
      select bucket, member_id, id, currency_code, amount, remaining, held, earned_at, active_from,
        awaits, expires_at, lifetime, receipt_id, promotion_code, partner_code, funder_code
      from ledger.lot
      where bucket = w.bucket and member_id = w.member_id and is_live
      offset 0) as l`;
}

/** A member's lots that still hold points, and besides them the lots named by id. */
export function readLotsAnd(memberId: MemberId, alsoIds: readonly string[]): Statement<LotRow> {
  return sql<LotRow>`
    select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
      l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
      l.partner_code, l.funder_code
    from ledger.lot l
    where l.bucket = ${bucketOf(memberId)} and l.member_id = ${memberId}
      and (l.is_live or l.id = any(${alsoIds}::uuid[]))`;
}
