import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { LotRow } from './read-lots.ts';

/**
 * Lots with points of those members whose account cannot be taken at its word: they want to spend, or one
 * of their lots has woken or burnt since the account was written, or may be given new dates. For everybody else no lot is touched:
 * the accounts are looked at first, which a plain join would not do.
 */
export const readLotsToCount = (
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  more: { readonly spenders: readonly MemberId[]; readonly horizon: Instant },
): Statement<LotRow> => sql<LotRow>`
  with stale as materialized (
    select a.bucket, a.member_id, a.currency_code
    from unnest(${buckets}::int[], ${memberIds}::bigint[]) as w (bucket, member_id)
    join ledger.account a on a.bucket = w.bucket and a.member_id = w.member_id
    where a.has_moving_lots or a.changes_at <= ${formatInstant(more.horizon)}
      or a.member_id = any(${more.spenders}::bigint[])
  )
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.held,
    l.earned_at, l.active_from, l.awaits, l.expires_at, l.lifetime, l.receipt_id, l.promotion_code,
    l.partner_code, l.funder_code
  from stale a
  join ledger.lot l on l.bucket = a.bucket and l.member_id = a.member_id
    and l.currency_code = a.currency_code
  where l.is_live`;
