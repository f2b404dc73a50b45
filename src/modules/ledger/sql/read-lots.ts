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
  readonly active_from: Instant;
  readonly expires_at: Instant | null;
  readonly receipt_id: string;
  readonly promotion_code: string;
  readonly partner_code: string;
};

/** The members' lots that still hold points, and besides them the lots named by id. */
export function readLots(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  alsoIds: readonly string[],
): Statement<LotRow> {
  return sql<LotRow>`
    select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.active_from,
      l.expires_at, l.receipt_id, l.promotion_code, l.partner_code
    from ledger.lot l
    where (l.bucket, l.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))
      and (l.remaining > 0 or l.id = any(${alsoIds}::uuid[]))`;
}
