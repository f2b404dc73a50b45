import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingWrong } from './report.ts';
import { bare, type SqlText, sqlOfDatabase, sqlOfServer } from './sql-in-code.ts';

// What a sharded engine refuses, or what would make two nodes disagree (docs/decisions/0003-buckets.md).
const UPDATES = /\bupdate\b(?!\s+(of|skip|nowait))|\bdelete\s+from\b/i;
const VOLATILE =
  /\b(clock_timestamp|statement_timestamp|gen_random_uuid|random|uuidv7|uuidv4|nextval)\s*\(/i;
const NOW = /\b(now\s*\(\s*\)|current_timestamp|current_date|transaction_timestamp\s*\()/i;
const STABLE =
  /\b(to_char|date_trunc|concat|concat_ws|format|to_jsonb|jsonb_build_object|to_json)\s*\(|\bat\s+time\s+zone\b|[+-]\s*interval\b/i;
const LOCK = /\bfor\s+(no\s+key\s+)?update\b/gi;

interface Rule {
  readonly what: string;
  readonly broken: (sql: string) => boolean;
}

const everywhere: readonly Rule[] = [
  {
    what: 'select * (list the columns)',
    broken: (sql) =>
      /\b(select|returning)\s+(\w+\.)?\*(?!\s+from\s+unnest\()|,\s*\w+\.\*/i.test(sql),
  },
  { what: 'MERGE', broken: (sql) => /\bmerge\s+into\b/i.test(sql) },
  {
    what: 'on conflict (…) do nothing (leave the target out)',
    broken: (sql) =>
      /\bon\s+conflict\s*(\([^)]*\)|on\s+constraint\s+\w+)\s*do\s+nothing\b/i.test(sql),
  },
  { what: 'a volatile function in an update', broken: (sql) => updates(sql) && VOLATILE.test(sql) },
  { what: 'a stable function in an update', broken: (sql) => updates(sql) && STABLE.test(sql) },
  {
    what: 'now() in do update set (use excluded.…)',
    broken: (sql) => /\bdo\s+update\s+set\b/i.test(sql) && NOW.test(sql),
  },
  {
    what: 'a view as the target of a write',
    broken: (sql) => /\b(insert\s+into|update|delete\s+from)\s+\w+\.v_/i.test(sql),
  },
  {
    what: 'grouping sets',
    broken: (sql) => /\bgrouping\s+sets\b|\bgroup\s+by\s+(cube|rollup)\b/i.test(sql),
  },
];

/** Of statements that the server sends: their time is an argument, so that everything replays. */
const statements: readonly Rule[] = [
  ...everywhere,
  {
    what: "the database's clock (pass the moment)",
    broken: (sql) => NOW.test(sql) || VOLATILE.test(sql),
  },
  { what: 'a session advisory lock', broken: (sql) => /\bpg_advisory_lock\b/i.test(sql) },
];

/** Whether a statement updates or deletes; `for update` locks and do not count. */
function updates(sql: string): boolean {
  return UPDATES.test(sql.replace(LOCK, ''));
}

function problemsOf(sql: SqlText, rules: readonly Rule[]): string[] {
  const text = bare(sql.text);
  return rules
    .filter((rule) => rule.broken(text))
    .map((rule) => `${sql.path}:${sql.line}: ${rule.what}`);
}

/** A file of many statements, one by one; function bodies stay whole because their quotes are kept. */
function statementsOf(file: SqlText): SqlText[] {
  return file.text.split(/;\s*$/m).map((text) => ({ ...file, text }));
}

test('statements of the modules keep to what a sharded engine accepts', () => {
  const sql = sqlOfServer().filter((found) => found.path.startsWith('src/modules/'));
  nothingWrong(sql.flatMap((found) => problemsOf(found, statements)));
});

test('statements of the plumbing keep to what a sharded engine accepts', () => {
  const sql = sqlOfServer().filter((found) => !found.path.startsWith('src/modules/'));
  nothingWrong(sql.flatMap((found) => problemsOf(found, everywhere)));
});

test('migrations keep to what a sharded engine accepts', () => {
  nothingWrong(
    sqlOfDatabase()
      .flatMap(statementsOf)
      .flatMap((found) => problemsOf(found, everywhere)),
  );
});

test('a statement that a sharded engine would refuse is seen', () => {
  const count = (text: string) => problemsOf({ path: 'a.ts', line: 1, text }, statements).length;
  assert.equal(count('select * from ledger.lot'), 1);
  assert.equal(count('select l.* from ledger.lot l'), 1);
  assert.equal(count('select count(*) from ledger.lot'), 0);
  assert.equal(count('insert into a.b (c, d) select * from unnest($1::int[], $2::int[])'), 0);
  assert.equal(count('insert into a.b (c) values ($1) on conflict (c) do nothing'), 1);
  assert.equal(count('insert into a.b (c) values ($1) on conflict do nothing'), 0);
  assert.equal(count('update a.b set c = c + 1 where id = $1'), 0);
  assert.equal(count("update a.b set c = date_trunc('day', c)"), 1);
  assert.equal(count('update a.b set c = random()'), 2);
  assert.equal(count('select c from a.b order by c for update'), 0);
  assert.equal(count('insert into a.b (c) values (now())'), 1);
});
