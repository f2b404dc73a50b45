import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Lot } from '../core/index.ts';

/** A lot and whose it is. */
export type OwnedLot = { readonly memberId: MemberId; readonly lot: Lot };

/** Opens lots. */
export function openLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    insert into ledger.lot (bucket, member_id, id, currency_code, amount, remaining, held, earned_at,
      active_from, awaits, expires_at, lifetime, receipt_id, promotion_code, partner_code, funder_code)
    select
      unnest(${lots.map((l) => bucketOf(l.memberId))}::int[]),
      unnest(${lots.map((l) => l.memberId)}::bigint[]),
      unnest(${lots.map(({ lot }) => lot.id)}::uuid[]),
      unnest(${lots.map(({ lot }) => lot.currencyCode)}::text[]),
      unnest(${lots.map(({ lot }) => lot.amount)}::bigint[]),
      unnest(${lots.map(({ lot }) => lot.remaining)}::bigint[]),
      unnest(${lots.map(({ lot }) => lot.held)}::bigint[]),
      unnest(${lots.map(({ lot }) => lot.earnedAt)}::timestamptz[]),
      unnest(${lots.map(({ lot }) => lot.activeFrom)}::timestamptz[]),
      unnest(${lots.map(({ lot }) => lot.awaits)}::text[]),
      unnest(${lots.map(({ lot }) => lot.expiresAt)}::timestamptz[]),
      unnest(${lots.map(({ lot }) => lot.lifetime)}::text[]),
      unnest(${lots.map(({ lot }) => lot.receiptId)}::uuid[]),
      unnest(${lots.map(({ lot }) => lot.promotionCode)}::text[]),
      unnest(${lots.map(({ lot }) => lot.partnerCode)}::text[]),
      unnest(${lots.map(({ lot }) => lot.funderCode)}::text[])`;
}

/** Writes what is left and reserved in lots. The caller holds the lock of their account. */
export const updateLots = (lots: readonly OwnedLot[]): Statement => sql`
  update ledger.lot l set remaining = x.remaining, held = x.held
  from (select
    unnest(${lots.map((l) => bucketOf(l.memberId))}::int[]) as bucket,
    unnest(${lots.map((l) => l.memberId)}::bigint[]) as member_id,
    unnest(${lots.map(({ lot }) => lot.id)}::uuid[]) as id,
    unnest(${lots.map(({ lot }) => lot.remaining)}::bigint[]) as remaining,
    unnest(${lots.map(({ lot }) => lot.held)}::bigint[]) as held
  ) as x
  where l.bucket = x.bucket and l.member_id = x.member_id and l.id = x.id`;

/** Writes new dates of lots, apart from {@link updateLots} because it touches indexed columns. */
export function redateLots(lots: readonly OwnedLot[]): Statement {
  return sql`
    update ledger.lot l set active_from = x.active_from, awaits = x.awaits, expires_at = x.expires_at
    from (select
      unnest(${lots.map((l) => bucketOf(l.memberId))}::int[]) as bucket,
      unnest(${lots.map((l) => l.memberId)}::bigint[]) as member_id,
      unnest(${lots.map(({ lot }) => lot.id)}::uuid[]) as id,
      unnest(${lots.map(({ lot }) => lot.activeFrom)}::timestamptz[]) as active_from,
      unnest(${lots.map(({ lot }) => lot.awaits)}::text[]) as awaits,
      unnest(${lots.map(({ lot }) => lot.expiresAt)}::timestamptz[]) as expires_at
    ) as x
    where l.bucket = x.bucket and l.member_id = x.member_id and l.id = x.id`;
}
