import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
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

/** The members' lots that still hold points, and besides them the lots named by id. */
export function readLots(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  alsoIds: readonly string[],
): Statement<LotRow> {
  return sql<LotRow>`
    select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
      l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
      l.partner_code, l.funder_code
    from ledger.lot l
    where (l.bucket, l.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))
      and (l.remaining > 0 or l.id = any(${alsoIds}::uuid[]))`;
}
