import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { TEST_SIZES } from '../../../tests/support/cluster.ts';
import { temporaryDataDir } from '../../../tests/support/temporary-folder.ts';
import { isAlive } from '../processes.ts';
import { type EmbeddedPostgres, type PostgresEvent, startEmbeddedPostgres } from './index.ts';

// One cluster for all tests, which run one after another: making it is what costs.
const dataDir = temporaryDataDir();
const running = new Set<EmbeddedPostgres>();
after(async () => {
  for (const server of running) await server.stop();
});

async function start(onEvent?: (event: PostgresEvent) => void): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDir,
    sizes: TEST_SIZES,
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  running.add(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  running.delete(server);
  await server.stop();
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

test('a cluster is UTF8 with checksums whatever LANG says, and reachable from this machine only', async () => {
  const server = await start();
  assert.equal(await ask(server.url, 'show server_encoding'), 'UTF8');
  assert.equal(await ask(server.url, `select lower('ЁЛКА')`), 'ёлка');
  assert.equal(await ask(server.url, 'show data_checksums'), 'on');
  assert.equal(await ask(server.url, 'show listen_addresses'), '127.0.0.1');
  assert.equal(await ask(server.url, 'show unix_socket_directories'), '');
  const wrong = new URL(server.url);
  wrong.password = 'wrong';
  await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' });
  await stop(server);
});

test('the product logs in as a role that is no superuser', async () => {
  const server = await start();
  assert.equal(
    await ask(server.url, 'select rolsuper from pg_roles where rolname = current_user'),
    false,
  );
  await stop(server);
});

test('data and port survive a restart, and the password file is private', async () => {
  const first = await start();
  await ask(first.url, 'create table answers as select 42 as answer');
  await stop(first);
  const second = await start();
  assert.equal(await ask(second.url, 'select answer from answers'), 42);
  assert.equal(second.port, first.port);
  assert.equal(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777, 0o600);
  await stop(second);
});

test('a server whose Kopilka was killed is adopted with its data and stopped in order', async () => {
  const orphanPid = await leaveOrphan();
  const server = await start();
  assert.equal(server.wasAdopted, true);
  assert.equal(server.pid(), orphanPid);
  assert.equal(
    await ask(server.url, 'select count(*)::int from pg_roles where rolname = current_user'),
    1,
  );
  await stop(server);
  await assert.rejects(ask(server.url, 'select 1'), { code: 'ECONNREFUSED' });
});

test('a killed postmaster is back within five seconds on the same port', async () => {
  const events: PostgresEvent[] = [];
  const server = await start((event) => events.push(event));
  await ask(server.url, 'create table kept as select 1 as one');
  const killed = server.pid();
  const started = performance.now();
  process.kill(killed, 'SIGKILL');
  await until(() => events.some(({ kind }) => kind === 'restarted'));
  assert.equal(await ask(server.url, 'select one from kept'), 1);
  assert.ok(performance.now() - started < 5000);
  assert.notEqual(server.pid(), killed);
  await stop(server);
});

test('a killed postmaster with a backend busy in a query is back all the same', async () => {
  const events: PostgresEvent[] = [];
  const server = await start((event) => events.push(event));
  const busy = ask(server.url, 'select count(*) from generate_series(1, 1000000000000)');
  busy.catch(() => {});
  await sleep(300);
  process.kill(server.pid(), 'SIGKILL');
  await until(() => events.some(({ kind }) => kind === 'restarted'));
  assert.equal(await ask(server.url, 'select 1'), 1);
  await assert.rejects(busy);
  await stop(server);
});

test('a port taken by another program gives way to another port', async () => {
  const first = await start();
  await stop(first);
  const squatter = createServer().listen(first.port, '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  assert.notEqual(second.port, first.port);
  assert.equal(await ask(second.url, 'select 1'), 1);
  await stop(second);
  squatter.close();
});

test('a stale lock file whose process id belongs to somebody else does not stop a start', async () => {
  await stop(await start());
  const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres', 'data')}\n0\n5432\n`);
  const server = await start();
  assert.equal(server.wasAdopted, false);
  await stop(server);
});

test('data of another major version is refused and left alone', async () => {
  await stop(await start());
  const versionFile = join(dataDir, 'postgres', 'data', 'PG_VERSION');
  writeFileSync(versionFile, '15\n');
  await assert.rejects(start(), { code: 'data-version-mismatch' });
  assert.equal(readFileSync(versionFile, 'utf8'), '15\n');
});

async function leaveOrphan(): Promise<number> {
  const program = `
    import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
    const server = await startEmbeddedPostgres(${JSON.stringify({ dataDir, sizes: TEST_SIZES })});
    process.stdout.write(String(server.pid()) + '\\n');
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  const pid = Number(String(said));
  assert.ok(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid')) && isAlive(pid));
  return pid;
}

async function until(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!isDone()) {
    assert.ok(performance.now() < deadline, 'it did not happen within 20 s');
    await sleep(20);
  }
}
