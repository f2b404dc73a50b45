import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant } from '#shared/time.ts';
import type { Account } from '../core/index.ts';

/**
 * Opens accounts that the member did not have under the lock. One that is there after all is an error: its
 * points would be written over.
 */
export function openAccounts(accounts: readonly Account[]): Statement {
  return sql`
    insert into ledger.account (bucket, member_id, currency_code, balance, debt, held, unspendable,
      changes_at, is_expiry_suspended, has_moving_lots, seq, last_hash)
    select * from unnest(
      ${accounts.map((a) => a.bucket)}::int[],
      ${accounts.map((a) => a.memberId)}::bigint[],
      ${accounts.map((a) => a.currencyCode)}::text[],
      ${accounts.map((a) => a.balance)}::bigint[],
      ${accounts.map((a) => a.debt)}::bigint[],
      ${accounts.map((a) => a.held)}::bigint[],
      ${accounts.map((a) => a.unspendable)}::bigint[],
      ${accounts.map((a) => (a.changesAt === null ? null : formatInstant(a.changesAt)))}::timestamptz[],
      ${accounts.map((a) => a.isExpirySuspended)}::boolean[],
      ${accounts.map((a) => a.hasMovingLots)}::boolean[],
      ${accounts.map((a) => a.seq)}::bigint[],
      ${accounts.map((a) => Buffer.from(a.lastHash, 'hex'))}::bytea[])`;
}

/** Writes accounts as they stand now. The caller holds their members' locks. */
export function writeAccounts(accounts: readonly Account[]): Statement {
  return sql`
    update ledger.account a set balance = x.balance, debt = x.debt, held = x.held,
      unspendable = x.unspendable, changes_at = x.changes_at,
      is_expiry_suspended = x.is_expiry_suspended, has_moving_lots = x.has_moving_lots, seq = x.seq,
      last_hash = x.last_hash
    from unnest(
      ${accounts.map((a) => a.bucket)}::int[],
      ${accounts.map((a) => a.memberId)}::bigint[],
      ${accounts.map((a) => a.currencyCode)}::text[],
      ${accounts.map((a) => a.balance)}::bigint[],
      ${accounts.map((a) => a.debt)}::bigint[],
      ${accounts.map((a) => a.held)}::bigint[],
      ${accounts.map((a) => a.unspendable)}::bigint[],
      ${accounts.map((a) => (a.changesAt === null ? null : formatInstant(a.changesAt)))}::timestamptz[],
      ${accounts.map((a) => a.isExpirySuspended)}::boolean[],
      ${accounts.map((a) => a.hasMovingLots)}::boolean[],
      ${accounts.map((a) => a.seq)}::bigint[],
      ${accounts.map((a) => Buffer.from(a.lastHash, 'hex'))}::bytea[]
    ) as x (bucket, member_id, currency_code, balance, debt, held, unspendable, changes_at,
      is_expiry_suspended, has_moving_lots, seq, last_hash)
    where a.bucket = x.bucket and a.member_id = x.member_id and a.currency_code = x.currency_code`;
}
