import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import type { Lot } from '../core/index.ts';

/** A lot and whose it is. */
export type OwnedLot = Lot & { readonly memberId: MemberId };

/** Opens lots. */
export function openLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    insert into ledger.lot (bucket, member_id, id, currency_code, amount, remaining, active_from,
      expires_at, receipt_id, promotion_code, partner_code)
    select * from unnest(
      ${lots.map((l) => bucketOf(l.memberId))}::int[],
      ${lots.map((l) => l.memberId)}::bigint[],
      ${lots.map((l) => l.id)}::uuid[],
      ${lots.map((l) => l.currencyCode)}::text[],
      ${lots.map((l) => l.amount)}::bigint[],
      ${lots.map((l) => l.remaining)}::bigint[],
      ${lots.map((l) => formatInstant(l.activeFrom))}::timestamptz[],
      ${lots.map((l) => (l.expiresAt === null ? null : formatInstant(l.expiresAt)))}::timestamptz[],
      ${lots.map((l) => l.receiptId)}::uuid[],
      ${lots.map((l) => l.promotionCode)}::text[],
      ${lots.map((l) => l.partnerCode)}::text[]
    )`;
}

/** Writes what is left in lots. The caller holds the lock of their account. */
export function updateLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    update ledger.lot l set remaining = x.remaining
    from unnest(
      ${lots.map((l) => bucketOf(l.memberId))}::int[],
      ${lots.map((l) => l.memberId)}::bigint[],
      ${lots.map((l) => l.id)}::uuid[],
      ${lots.map((l) => l.remaining)}::bigint[]
    ) as x (bucket, member_id, id, remaining)
    where l.bucket = x.bucket and l.member_id = x.member_id and l.id = x.id`;
}
