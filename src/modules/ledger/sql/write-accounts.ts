import { type Statement, sql } from '#platform/db/index.ts';
import type { Account } from '../core/index.ts';

/**
 * Opens accounts that the member did not have under the lock. One that is there after all is an error: its
 * points would be written over.
 */
export function openAccounts(accounts: readonly Account[]): Statement {
  return sql`
    insert into ledger.account (bucket, member_id, currency_code, balance, debt, held, unspendable,
      changes_at, is_expiry_suspended, has_moving_lots, seq, last_hash)
    select
      unnest(${accounts.map((a) => a.bucket)}::int[]),
      unnest(${accounts.map((a) => a.memberId)}::bigint[]),
      unnest(${accounts.map((a) => a.currencyCode)}::text[]),
      unnest(${accounts.map((a) => a.balance)}::bigint[]),
      unnest(${accounts.map((a) => a.debt)}::bigint[]),
      unnest(${accounts.map((a) => a.held)}::bigint[]),
      unnest(${accounts.map((a) => a.unspendable)}::bigint[]),
      unnest(${accounts.map((a) => a.changesAt)}::timestamptz[]),
      unnest(${accounts.map((a) => a.isExpirySuspended)}::boolean[]),
      unnest(${accounts.map((a) => a.hasMovingLots)}::boolean[]),
      unnest(${accounts.map((a) => a.seq)}::bigint[]),
      unnest(${accounts.map((a) => `\\x${a.lastHash}`)}::bytea[])`;
}

/** Writes accounts as they stand now. The caller holds their members' locks. */
export const writeAccounts = (accounts: readonly Account[]): Statement => sql`
  update ledger.account a set balance = x.balance, debt = x.debt, held = x.held,
    unspendable = x.unspendable, changes_at = x.changes_at,
    is_expiry_suspended = x.is_expiry_suspended, has_moving_lots = x.has_moving_lots, seq = x.seq,
    last_hash = x.last_hash
  from (select
    unnest(${accounts.map((a) => a.bucket)}::int[]) as bucket,
    unnest(${accounts.map((a) => a.memberId)}::bigint[]) as member_id,
    unnest(${accounts.map((a) => a.currencyCode)}::text[]) as currency_code,
    unnest(${accounts.map((a) => a.balance)}::bigint[]) as balance,
    unnest(${accounts.map((a) => a.debt)}::bigint[]) as debt,
    unnest(${accounts.map((a) => a.held)}::bigint[]) as held,
    unnest(${accounts.map((a) => a.unspendable)}::bigint[]) as unspendable,
    unnest(${accounts.map((a) => a.changesAt)}::timestamptz[]) as changes_at,
    unnest(${accounts.map((a) => a.isExpirySuspended)}::boolean[]) as is_expiry_suspended,
    unnest(${accounts.map((a) => a.hasMovingLots)}::boolean[]) as has_moving_lots,
    unnest(${accounts.map((a) => a.seq)}::bigint[]) as seq,
    unnest(${accounts.map((a) => `\\x${a.lastHash}`)}::bytea[]) as last_hash
  ) as x
  where a.bucket = x.bucket and a.member_id = x.member_id and a.currency_code = x.currency_code`;
