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
  readonly held: number;
  readonly unspendable: number;
  readonly changes_at: Instant | null;
  readonly is_expiry_suspended: boolean;
  readonly has_moving_lots: boolean;
  readonly seq: number;
  readonly last_hash: string;
};

/**
 * Locks the members: the row of the main currency stands for all accounts of its member, those too that
 * are not there yet. It comes back as the holder before has left it; what else is read must stand in a
 * statement of its own, behind this one, to be as fresh.
 * @param memberIds in the one global order (bucket, member): locks are taken in the order given
 */
export function lockMembers(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
  mainCurrency: string,
): Statement<AccountRow> {
  return sql<AccountRow>`
    select a.bucket, a.member_id, a.currency_code, a.balance, a.debt, a.held, a.unspendable,
      a.changes_at, a.is_expiry_suspended, a.has_moving_lots, a.seq,
      encode(a.last_hash, 'hex') as last_hash
    from unnest(${buckets}::int[], ${memberIds}::bigint[]) as w (bucket, member_id)
    cross join lateral (
      select bucket, member_id, currency_code, balance, debt, held, unspendable, changes_at,
        is_expiry_suspended, has_moving_lots, seq, last_hash
      from ledger.account
      where bucket = w.bucket and member_id = w.member_id and currency_code = ${mainCurrency}
      for no key update) as a`;
}

/** All accounts of members that are locked. */
export function readLockedAccounts(
  buckets: readonly number[],
  memberIds: readonly MemberId[],
): Statement<AccountRow> {
  return sql<AccountRow>`
    select a.bucket, a.member_id, a.currency_code, a.balance, a.debt, a.held, a.unspendable,
      a.changes_at, a.is_expiry_suspended, a.has_moving_lots, a.seq,
      encode(a.last_hash, 'hex') as last_hash
    from ledger.account a
    where (a.bucket, a.member_id) in (select * from unnest(${buckets}::int[], ${memberIds}::bigint[]))`;
}
