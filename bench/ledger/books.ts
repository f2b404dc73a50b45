import { type Database, sql } from '#platform/db/index.ts';

/** What is in the ledger, for a look before and after a measurement. */
export type Tally = { readonly entries: number; readonly wal: number };

export async function readTally(db: Database): Promise<Tally> {
  const [row] = await db.run(sql<Tally>`
    select (select count(*) from ledger.entry) as entries,
      pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as wal`);
  if (row === undefined) throw new Error('the database gave no tally');
  return row;
}

/**
 * Holds every account against its entries and lots.
 * @throws Error when one of them does not add up: what was measured is worth nothing then
 */
export async function assertSound(db: Database): Promise<void> {
  const [row] = await db.run(sql<{ wrong: number; under_way: number }>`
    select (select count(*) from ledger.account a
        left join (select e.bucket, e.member_id, e.currency_code, sum(e.amount) as points,
            count(*) as entries, max(e.seq) as seq
          from ledger.entry e group by 1, 2, 3) e using (bucket, member_id, currency_code)
        left join (select l.bucket, l.member_id, l.currency_code, sum(l.remaining) as points
          from ledger.lot l group by 1, 2, 3) l using (bucket, member_id, currency_code)
        where a.balance - a.debt <> coalesce(e.points, 0) or a.balance <> coalesce(l.points, 0)
          or a.seq <> coalesce(e.entries, 0) or a.seq <> coalesce(e.seq, 0)) as wrong,
      (select count(*) from ledger.transit t where t.state = 'sent') as under_way`);
  if (row?.wrong !== 0 || row.under_way !== 0) {
    throw new Error(`accounts that do not add up: ${row?.wrong}; under way: ${row?.under_way}`);
  }
}
