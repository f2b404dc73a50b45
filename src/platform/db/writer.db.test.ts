import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formatInstant, instant } from '#shared/time.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { isConnectionError, rawSql, type Session, sql, sqlState } from './index.ts';
import { openWriter } from './writer.ts';

const { db, url } = await testDatabase();
const writer = await db.connect('writer-test');
after(() => writer.close());
await writer.run(rawSql('create table scratch (id int primary key, note text)'));

const one = (session: Session) => session.run(sql<{ n: number }>`select 1 as n`);
const stored = async () =>
  (await db.run(sql<{ n: number }>`select count(*) as n from scratch`))[0]?.n;

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What PostgreSQL has understood, in its own words. */
async function heard(cast: string, values: readonly unknown[]): Promise<string | null | undefined> {
  const statement = rawSql<{ said: string | null }>(`select ($1::${cast}[])::text as said`, [
    values,
  ]);
  const [row] = await writer.run(statement);
  assert.deepEqual(await db.run(statement).then((rows) => rows[0]), row, 'the pool says the same');
  return row?.said;
}

const ID = '0193a0f0-1c2d-7e3f-8a4b-5c6d7e8f9a0b';
const ARRAYS: readonly (readonly [cast: string, values: readonly unknown[], said: string])[] = [
  ['int', [0, -1, 2_147_483_647, -2_147_483_648, null], '{0,-1,2147483647,-2147483648,NULL}'],
  ['bigint', [0, -1, 2 ** 32, Number.MIN_SAFE_INTEGER], '{0,-1,4294967296,-9007199254740991}'],
  ['bigint', [Number.MAX_SAFE_INTEGER, undefined], '{9007199254740991,NULL}'],
  ['bigint', [9_223_372_036_854_775_807n], '{9223372036854775807}'],
  ['boolean', [true, null, false], '{t,NULL,f}'],
  ['text', ['', 'NULL', null, 'ё"\\,{}'], '{"","NULL",NULL,"ё\\"\\\\,{}"}'],
  ['text', [1, 'one'], '{1,one}'],
  ['uuid', [ID, null, ID.toUpperCase()], `{${ID},NULL,${ID}}`],
  ['bytea', [Buffer.from([0, 255]), null, Buffer.alloc(0)], '{"\\\\x00ff",NULL,"\\\\x"}'],
  ['jsonb', [JSON.stringify({ a: '"' }), { b: 1 }], '{"{\\"a\\": \\"\\\\\\"\\"}","{\\"b\\": 1}"}'],
  ['int', [], '{}'],
  ['text', [null, null], '{NULL,NULL}'],
];

for (const [place, [cast, values, said]] of ARRAYS.entries()) {
  test(`an array of ${cast} arrives as it was sent: case ${place + 1}`, async () => {
    assert.equal(await heard(cast, values), said);
  });
}

test('a moment travels as text of milliseconds or as epoch milliseconds, to the same effect', async () => {
  const moments = [0, -1, Date.UTC(1999, 11, 31, 23, 59, 59, 999), Date.UTC(9999, 11, 31)];
  const texts = moments.map((ms) => formatInstant(instant(ms)));
  const said = await heard('timestamptz', moments);
  assert.equal(await heard('timestamptz', texts), said);
  assert.match(said ?? '', /"1970-01-01 00:00:00\+00","1969-12-31 23:59:59.999\+00"/);
  const [row] = await writer.run(
    sql<{ back: number }>`select m as back from unnest(${[moments[2]]}::timestamptz[]) as m`,
  );
  assert.equal(row?.back, moments[2]);
});

test('a moment is read from the text of PostgreSQL, cut to milliseconds', async () => {
  const moments = [
    '2026-02-03T04:05:06.7Z',
    '2026-12-31T23:59:59Z',
    '1969-12-31T23:59:59.089999Z',
    '0099-01-01T00:00:00.001Z',
    '9999-12-31T00:00:00.01Z',
  ];
  const rows = await writer.run(
    sql<{ m: number }>`select m from unnest(${moments}::timestamptz[]) as m`,
  );
  assert.deepEqual(
    rows.map((row) => row.m),
    moments.map((text) => Date.parse(text)),
  );
});

test('what has no binary form here is left to PostgreSQL to judge', async () => {
  assert.equal(
    await heard('timestamptz', ['2026-01-01T00:00:00.123456Z', 'infinity', null]),
    '{"2026-01-01 00:00:00.123456+00",infinity,NULL}',
  );
  assert.equal(sqlState(await errorOf(heard('int', [1.5]))), '22P02');
  assert.equal(sqlState(await errorOf(heard('int', [2 ** 31]))), '22003');
  assert.equal(sqlState(await errorOf(heard('uuid', ['not an id']))), '22P02');
});

test('rows come back as from the pool', async () => {
  const statement = sql`
    select 7::bigint as big, null::text as nothing, ${'x'}::text as word, ${true}::boolean as yes,
      ${Buffer.from([1, 2])}::bytea as bytes, date '2026-02-03' as day, ${{ a: [1] }}::jsonb as doc,
      timestamptz '2026-02-03 04:05:06.789+00' as moment, array[1, 2]::bigint[] as bigs,
      array[${ID}::uuid] as ids, '{}'::text[] as none`;
  const expected = await db.run(statement);
  assert.deepEqual(await writer.run(statement), expected);
  assert.deepEqual(await writer.run(statement), expected);
});

test('a pipeline is one round trip and gives each statement its rows', async () => {
  const before = db.roundTrips();
  const [none, two, numbers, again] = await writer.pipeline([
    sql`select 1 as n where false`,
    sql`select 2 as n`,
    sql`select n from generate_series(1, 3) as n`,
    rawSql('select 4 as n'),
  ]);
  assert.deepEqual([none, two, again], [[], [{ n: 2 }], [{ n: 4 }]]);
  assert.equal(numbers.length, 3);
  assert.equal(db.roundTrips() - before, 1);
});

test('a statement is prepared once, twice in one pipeline included', async () => {
  const connection = await db.connect('prepares-once');
  for (let round = 0; round < 3; round += 1) {
    const results = await connection.pipeline([1, 2].map((n) => sql`select ${n}::int as once`));
    assert.deepEqual(results.flat(), [{ once: 1 }, { once: 2 }]);
  }
  const found = await connection.run(
    rawSql(`select (generic_plans + custom_plans)::int as runs from pg_prepared_statements
      where statement like '%as once%'`),
  );
  assert.deepEqual(found, [{ runs: 6 }]);
  await connection.close();
});

test('after an error in the middle nothing of the pipeline holds, and after a rollback all is well', async () => {
  const insert = (id: number) => sql`insert into scratch (id, note) values (${id}::int, 'x')`;
  const failing = [sql`begin`, insert(1), insert(1), insert(2), sql`commit`];
  assert.equal(sqlState(await errorOf(writer.pipeline(failing))), '23505');
  assert.equal(await stored(), 0);
  await writer.run({ text: 'rollback', values: [] });
  await writer.pipeline([sql`begin`, insert(1), insert(2), sql`commit`]);
  assert.equal(await stored(), 2);
});

test('a statement that cannot be prepared now can be prepared later', async () => {
  const read = () => sql<{ n: number }>`select n from not_yet`;
  assert.equal(sqlState(await errorOf(writer.run(read()))), '42P01');
  await writer.run(rawSql('create table not_yet as select 5 as n'));
  assert.deepEqual(await writer.run(read()), [{ n: 5 }]);
});

test('a prepared statement outlives a change of its table after one failure', async () => {
  await writer.run(rawSql('create table shape as select 5 as n'));
  const read = () => sql`select * from shape`;
  assert.deepEqual(await writer.run(read()), [{ n: 5 }]);
  await writer.run(rawSql('alter table shape add column more text'));
  assert.equal(sqlState(await errorOf(writer.run(read()))), '0A000');
  assert.deepEqual(await writer.run(read()), [{ n: 5, more: null }]);
});

test('a value that the product cannot hold fails the query and leaves the connection usable', async () => {
  const error = await errorOf(writer.run(sql`select 9223372036854775807 as big`));
  assert.match(String(error), /a bigint beyond 2\^53/);
  assert.deepEqual(await one(writer), [{ n: 1 }]);
});

test('a killed backend is a lost connection, in the middle of a query and at rest', async () => {
  const kill = (name: string) =>
    db.run(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`,
    );
  const connection = await db.connect('to-be-killed');
  await one(connection);
  const busy = errorOf(connection.pipeline([sql`begin`, sql`select pg_sleep(20)`]));
  await db.run(sql`select pg_sleep(0.1)`);
  await kill('to-be-killed');
  assert.equal(isConnectionError(await busy), true);
  assert.equal(isConnectionError(await errorOf(one(connection))), true);
  await connection.close();
});

test('a server that does not answer is given up after the timeout', async () => {
  const connection = await openWriter(
    { connectionString: url, query_timeout: 100 },
    () => undefined,
  );
  const error = await errorOf(connection.run(sql`select pg_sleep(20)`));
  assert.equal(isConnectionError(error), true);
  await connection.close();
});

test('COPY ends the connection instead of hanging it', async () => {
  const connection = await db.connect('copies');
  const error = await errorOf(connection.run(rawSql('copy scratch from stdin')));
  assert.equal(isConnectionError(error), true);
  await connection.close();
});
