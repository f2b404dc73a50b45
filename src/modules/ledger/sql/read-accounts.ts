import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { AccountRow } from './lock-accounts.ts';

/** All accounts of one member, without a lock. */
export function readAccounts(memberId: MemberId): Statement<AccountRow> {
  return sql<AccountRow>`
    select a.bucket, a.member_id, a.currency_code, a.balance, a.debt, a.held, a.unspendable,
      a.changes_at, a.is_expiry_suspended, a.has_moving_lots, a.seq,
      encode(a.last_hash, 'hex') as last_hash
    from ledger.account a
    where a.bucket = ${bucketOf(memberId)} and a.member_id = ${memberId}
    order by a.currency_code`;
}
