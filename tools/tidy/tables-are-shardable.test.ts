import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Table, tablesOf } from './ddl.ts';
import { nothingWrong } from './report.ts';
import { bare, type SqlText, sqlOfDatabase } from './sql-in-code.ts';

const BUCKET = /^([a-z]+_)?bucket$|^lane$/;

function problemsOf(table: Table): string[] {
  if (table.isPartition) return [];
  const problems: string[] = [];
  const owned = table.columns.some((column) => BUCKET.test(column.name));
  if (!table.hasPrimaryKey) problems.push('has no primary key');
  if (!owned && table.columns.some((column) => column.name === 'member_id')) {
    problems.push('belongs to a member and has no bucket');
  }
  if (owned) {
    const keys = [...table.keys, ...table.foreignKeys].filter((key) => !BUCKET.test(key[0] ?? ''));
    problems.push(...keys.map((key) => `key (${key.join(', ')}) does not begin with the bucket`));
  }
  return [...problems, ...problemsOfColumns(table)].map((problem) => `${table.name}: ${problem}`);
}

const MONEY =
  /(?<!basis)_(kopecks|points)$|^(amount|balance|debt|remaining|balance_after|debt_after)$/;

function problemsOfColumns(table: Table): string[] {
  return table.columns.flatMap(({ name, type, rest }) => {
    if (/^(small|big)?serial$/.test(type))
      return [`${name} is ${type}; ids are made by the application`];
    if (/\bgenerated\b[\s\S]*\bidentity\b/i.test(rest)) return [`${name} is an identity`];
    if (
      /^(timestamp|timetz|time|money|real|float\d?|numeric)/.test(type) &&
      type !== 'timestamptz'
    ) {
      return [`${name} is ${type}; moments are timestamptz, amounts are integers`];
    }
    if (MONEY.test(name) && type !== 'bigint')
      return [`${name} is ${type}; money and points are bigint`];
    if (name === 'bucket' && !/not null/i.test(rest)) return ['bucket may be null'];
    return [];
  });
}

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, 'a trigger'],
  [/\bcreate\s+(or\s+replace\s+)?rule\b/i, 'a rule'],
  [/\bunlogged\b/i, 'an unlogged table'],
  [/\bmerge\s+into\b/i, 'a MERGE'],
  [/\bcreate\s+sequence\b|\bnextval\s*\(/i, 'a sequence'],
  [/\bpartition\s+of\b[^;]*\bpartition\s+by\b/i, 'partitions in more than one level'],
  [/\bdeferrable\b/i, 'a deferrable constraint'],
  [/\binherits\s*\(/i, 'inheritance'],
  [
    /\badd\s+column\b[^;,]*\b(check|references|unique|primary\s+key)\b/i,
    'a column added with its constraint',
  ],
];

function problemsOfFile(file: SqlText): string[] {
  const sql = bare(file.text);
  const statements = FORBIDDEN.filter(([pattern]) => pattern.test(sql)).map(([, what]) => what);
  const owned = new Set(
    tablesOf(file.text)
      .filter((table) => table.columns.some((column) => BUCKET.test(column.name)))
      .map((table) => table.name),
  );
  const unique = [
    ...sql.matchAll(/create\s+unique\s+index\s+\w+\s+on\s+([a-z_.0-9]+)\s*\(([^)]*)\)/gi),
  ]
    .filter(
      ([, table = '', columns = '']) =>
        owned.has(table) && !BUCKET.test(columns.split(',')[0]?.trim() ?? ''),
    )
    .map(([, table]) => `a unique index of ${table} that does not begin with the bucket`);
  return [
    ...[...statements, ...unique].map((problem) => `${file.path}: ${problem}`),
    ...tablesOf(file.text)
      .flatMap(problemsOf)
      .map((problem) => `${file.path}: ${problem}`),
  ];
}

test('every table of the migrations can be sharded by its bucket', () => {
  nothingWrong(sqlOfDatabase().flatMap(problemsOfFile));
});

test('migrations are numbered without gaps for twins', () => {
  const numbers = sqlOfDatabase()
    .filter((file) => file.path.startsWith('db/migrations/'))
    .map((file) => /\/(\d{4})-[a-z0-9-]+\.sql$/.exec(file.path)?.[1] ?? file.path);
  nothingWrong(numbers.filter((number, at) => numbers.indexOf(number) !== at || number.length > 4));
});

test('a table that a sharded engine would refuse is seen', () => {
  const count = (text: string) => problemsOfFile({ path: 'm.sql', line: 1, text }).length;
  assert.equal(count('create table a.b (x int);'), 1);
  assert.equal(count('create table a.b (id bigserial primary key);'), 1);
  assert.equal(count('create table a.b (member_id bigint primary key);'), 1);
  assert.equal(count('create table a.b (bucket int not null, id uuid primary key);'), 1);
  assert.equal(
    count('create table a.b (bucket int not null, id uuid, primary key (bucket, id));'),
    0,
  );
  assert.equal(
    count(
      'create table a.b (bucket int not null, id uuid, primary key (bucket, id), unique (id));',
    ),
    1,
  );
  assert.equal(count('create table a.b (id uuid primary key, price_kopecks int);'), 1);
  assert.equal(count('create table a.b (id uuid primary key, at timestamp);'), 1);
  assert.equal(count('create trigger t before insert on a.b execute function f();'), 1);
  assert.equal(count('alter table a.b add column c int check (c > 0);'), 1);
});
