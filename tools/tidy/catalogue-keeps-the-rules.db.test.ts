import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { nothingWrong } from './report.ts';

const { db } = await testDatabase();

/** The first column of each row of a query. */
async function lines(query: string): Promise<string[]> {
  const rows = await db.run<{ line: string }>(rawSql(query));
  return rows.map((row) => row.line);
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;

test('every foreign key has an index that begins with its columns', async () => {
  nothingWrong(
    await lines(`
      select k.conrelid::regclass || ' ' || k.conname as line
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where ${OURS} and k.contype = 'f' and k.conparentid = 0
        and not exists (
          select 1 from pg_index i
          where i.indrelid = k.conrelid
            and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
      order by 1`),
  );
});

test('every table has a primary key, and it begins with the bucket where there is one', async () => {
  nothingWrong(
    await lines(`
      select c.oid::regclass::text as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute b on b.attrelid = c.oid and b.attname ~ '(^|_)bucket$'
      where ${OURS} and c.relkind in ('r', 'p')
        and (i.indrelid is null or (b.attnum is not null and i.indkey[0] <> b.attnum))
      order by 1`),
  );
});

test('moments are timestamptz, and no number is a fraction', async () => {
  nothingWrong(
    await lines(`
      select c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and format_type(a.atttypid, null) in ('timestamp without time zone', 'time without time zone',
          'time with time zone', 'real', 'double precision', 'numeric', 'money')
      order by 1`),
  );
});

test('there is no trigger, no sequence and no rule', async () => {
  nothingWrong(
    await lines(`
      select 'trigger ' || t.tgname as line from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not t.tgisinternal
      union all
      select 'sequence ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind = 'S'
      union all
      select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
      join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind <> 'v'`),
  );
});
