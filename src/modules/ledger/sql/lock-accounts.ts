import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** A row of ledger.account as the driver gives it. */
export type AccountRow = {
  readonly bucket: number;
  readonly member_id: MemberId;
  readonly currency_code: string;
  readonly balance: number;
  readonly debt: number;
  readonly unspendable: number;
  readonly changes_at: Instant | null;
  readonly seq: number;
  readonly last_hash: string;
};

/** Locks all accounts of the members, in the one global order: bucket, member, currency. */
export function lockAccounts(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
): Statement<AccountRow> {
  return sql<AccountRow>`
    select a.bucket, a.member_id, a.currency_code, a.balance, a.debt, a.unspendable,
      a.changes_at, a.seq,
      encode(a.last_hash, 'hex') as last_hash
    from ledger.account a
    where (a.bucket, a.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))
    order by a.bucket, a.member_id, a.currency_code
    for no key update`;
}
