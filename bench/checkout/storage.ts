import { type Database, sql } from '#platform/db/index.ts';

/** How much has been written so far, bytes. */
export type Written = { readonly wal: number; readonly disk: number };

/** WAL position and the size of all tables of the product, indexes and TOAST included. */
export async function readWritten(db: Database): Promise<Written> {
  const [row] = await db.run(sql<Written>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as wal,
      (select sum(pg_total_relation_size(c.oid))::bigint
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('platform', 'receipts', 'ledger') and c.relkind = 'r') as disk`);
  if (row === undefined) throw new Error('the database did not say how much it has written');
  return row;
}
