import type pg from 'pg';

/** What the catalogue says about one column. */
export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: `bigint`, `text[]`, `timestamp with time zone`. */
  readonly type: string;
  readonly isNullable: boolean;
  readonly default: string | null;
}

export interface Relation {
  readonly schema: string;
  readonly name: string;
  /** r: table, p: partitioned table, v: view. */
  readonly kind: 'r' | 'p' | 'v';
  readonly columns: readonly Column[];
  /** `primary key (bucket, id)` …, primary key first. */
  readonly constraints: readonly { readonly name: string; readonly definition: string }[];
  /** Complete `CREATE INDEX` statements of indexes that no constraint made. */
  readonly indexes: readonly string[];
  /** `RANGE (posted_at)`; null when it is not partitioned. */
  readonly partitionKey: string | null;
  readonly options: readonly string[];
  /** The query of a view; null for a table. */
  readonly query: string | null;
}

export interface Catalogue {
  readonly schemas: readonly string[];
  readonly relations: readonly Relation[];
  /** Complete `CREATE FUNCTION` statements. */
  readonly functions: readonly string[];
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;

/**
 * Reads the structure of a migrated database, in an order that depends on names only. Partitions are
 * left out: jobs make them as months come.
 */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const schemas = await client.query<{ name: string }>(
    `select n.nspname as name from pg_namespace n where ${OURS} order by n.nspname collate "C"`,
  );
  const relations = await client.query<Relation>(RELATIONS);
  const functions = await client.query<{ definition: string }>(
    `select pg_get_functiondef(p.oid) as definition
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${OURS} and p.prokind in ('f', 'p')
     order by n.nspname collate "C", p.proname collate "C", p.oid::regprocedure::text collate "C"`,
  );
  return {
    schemas: schemas.rows.map((row) => row.name),
    relations: relations.rows,
    functions: functions.rows.map((row) => row.definition),
  };
}

const COLUMNS = `
  select coalesce(json_agg(json_build_object(
    'name', a.attname,
    'type', format_type(a.atttypid, a.atttypmod),
    'isNullable', not a.attnotnull,
    'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum), '[]')
  from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

const CONSTRAINTS = `
  select coalesce(json_agg(json_build_object(
    'name', k.conname,
    'definition', pg_get_constraintdef(k.oid, true))
    order by k.contype <> 'p', k.contype, k.conname collate "C"), '[]')
  from pg_constraint k
  where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')`;

const INDEXES = `
  select coalesce(json_agg(pg_get_indexdef(i.indexrelid) order by x.relname collate "C"), '[]')
  from pg_index i join pg_class x on x.oid = i.indexrelid
  where i.indrelid = c.oid
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)`;

const RELATIONS = `
  select n.nspname as schema, c.relname as name, c.relkind as kind,
    (${COLUMNS}) as columns,
    (${CONSTRAINTS}) as constraints,
    (${INDEXES}) as indexes,
    pg_get_partkeydef(c.oid) as "partitionKey",
    coalesce(to_json(c.reloptions), '[]') as options,
    case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as query
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'p', 'v') and not c.relispartition
  order by n.nspname collate "C", c.relname collate "C"`;
