import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { LotRow } from './read-lots.ts';

/**
 * Lots with points of those members whose account cannot be taken at its word: they want to spend, or one
 * of their lots has woken or burnt since the account was written. For everybody else no lot is touched.
 */
export const readLotsToCount = (
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  more: { readonly spenders: readonly MemberId[]; readonly now: Instant },
): Statement<LotRow> => sql<LotRow>`
  select l.bucket, l.member_id, l.id, l.currency_code, l.amount, l.remaining, l.active_from,
    l.expires_at, l.receipt_id, l.promotion_code, l.partner_code
  from ledger.account a
  join ledger.lot l on l.bucket = a.bucket and l.member_id = a.member_id
    and l.currency_code = a.currency_code
  where (a.bucket, a.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))
    and (a.changes_at <= ${formatInstant(more.now)} or a.member_id = any(${more.spenders}::bigint[]))
    and l.remaining > 0`;
