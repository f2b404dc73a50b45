import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import type { Lot } from '../core/index.ts';

/** A lot and whose it is. */
export type OwnedLot = Lot & { readonly memberId: MemberId };

/** Opens lots. */
export function openLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    insert into ledger.lot (bucket, member_id, id, currency_code, amount, remaining, held, earned_at,
      active_from, awaits, expires_at, lifetime, receipt_id, promotion_code, partner_code, funder_code)
    select * from unnest(
      ${lots.map((l) => bucketOf(l.memberId))}::int[],
      ${lots.map((l) => l.memberId)}::bigint[],
      ${lots.map((l) => l.id)}::uuid[],
      ${lots.map((l) => l.currencyCode)}::text[],
      ${lots.map((l) => l.amount)}::bigint[],
      ${lots.map((l) => l.remaining)}::bigint[],
      ${lots.map((l) => l.held)}::bigint[],
      ${lots.map((l) => formatInstant(l.earnedAt))}::timestamptz[],
      ${lots.map((l) => formatInstant(l.activeFrom))}::timestamptz[],
      ${lots.map((l) => l.awaits)}::text[],
      ${lots.map((l) => (l.expiresAt === null ? null : formatInstant(l.expiresAt)))}::timestamptz[],
      ${lots.map((l) => l.lifetime)}::text[],
      ${lots.map((l) => l.receiptId)}::uuid[],
      ${lots.map((l) => l.promotionCode)}::text[],
      ${lots.map((l) => l.partnerCode)}::text[],
      ${lots.map((l) => l.funderCode)}::text[]
    )`;
}

/** Writes what is left and reserved in lots. The caller holds the lock of their account. */
export function updateLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    update ledger.lot l set remaining = x.remaining, held = x.held
    from unnest(
      ${lots.map((l) => bucketOf(l.memberId))}::int[],
      ${lots.map((l) => l.memberId)}::bigint[],
      ${lots.map((l) => l.id)}::uuid[],
      ${lots.map((l) => l.remaining)}::bigint[],
      ${lots.map((l) => l.held)}::bigint[]
    ) as x (bucket, member_id, id, remaining, held)
    where l.bucket = x.bucket and l.member_id = x.member_id and l.id = x.id`;
}

/** Writes new dates of lots, apart from {@link updateLots} because it touches indexed columns. */
export function redateLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    update ledger.lot l set active_from = x.active_from, awaits = x.awaits, expires_at = x.expires_at
    from unnest(
      ${lots.map((l) => bucketOf(l.memberId))}::int[],
      ${lots.map((l) => l.memberId)}::bigint[],
      ${lots.map((l) => l.id)}::uuid[],
      ${lots.map((l) => formatInstant(l.activeFrom))}::timestamptz[],
      ${lots.map((l) => l.awaits)}::text[],
      ${lots.map((l) => (l.expiresAt === null ? null : formatInstant(l.expiresAt)))}::timestamptz[]
    ) as x (bucket, member_id, id, active_from, awaits, expires_at)
    where l.bucket = x.bucket and l.member_id = x.member_id and l.id = x.id`;
}
