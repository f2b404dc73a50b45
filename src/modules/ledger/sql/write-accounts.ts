import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant } from '#shared/time.ts';
import type { Account } from '../core/index.ts';

/** Writes accounts as they stand now; one that did not exist is opened. The caller holds the locks. */
export function writeAccounts(accounts: readonly Account[]): Statement {
  return sql`
    insert into ledger.account
      (bucket, member_id, currency_code, balance, debt, unspendable, changes_at, seq, last_hash)
    select a.bucket, a.member_id, a.currency_code, a.balance, a.debt, a.unspendable,
      a.changes_at, a.seq,
      decode(a.last_hash, 'hex')
    from unnest(
      ${accounts.map((a) => a.bucket)}::int[],
      ${accounts.map((a) => a.memberId)}::bigint[],
      ${accounts.map((a) => a.currencyCode)}::text[],
      ${accounts.map((a) => a.balance)}::bigint[],
      ${accounts.map((a) => a.debt)}::bigint[],
      ${accounts.map((a) => a.unspendable)}::bigint[],
      ${accounts.map((a) => (a.changesAt === null ? null : formatInstant(a.changesAt)))}::timestamptz[],
      ${accounts.map((a) => a.seq)}::bigint[],
      ${accounts.map((a) => a.lastHash)}::text[]
    ) as a (bucket, member_id, currency_code, balance, debt, unspendable, changes_at, seq, last_hash)
    on conflict (bucket, member_id, currency_code) do update set
      balance = excluded.balance, debt = excluded.debt,
      unspendable = excluded.unspendable, changes_at = excluded.changes_at, seq = excluded.seq,
      last_hash = excluded.last_hash`;
}
