import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';

/**
 * Makes sure that the members have an account in the currency, so that there is a row to lock. The main
 * currency's account is the lock for all accounts of its member.
 */
export const ensureAccounts = (
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  currencyCode: string,
): Statement => sql`
  insert into ledger.account
    (bucket, member_id, currency_code, balance, debt, unspendable, changes_at, seq, last_hash)
  select m.bucket, m.member_id, ${currencyCode}, 0, 0, 0, null, 0, ${NO_HASH_BYTES}
  from unnest(${buckets}::int[], ${memberIds}::bigint[]) as m (bucket, member_id)
  order by m.bucket, m.member_id
  on conflict do nothing`;

const NO_HASH_BYTES = Buffer.alloc(32);
