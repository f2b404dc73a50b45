import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { takeDataDir } from '#platform/data-dir-lock.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { messageOf } from '#platform/problem.ts';
import { isAlive } from '#platform/processes.ts';
import { TEST_SIZES } from './cluster.ts';

// A background process that owns the PostgreSQL of tests: starts it, says "ready" and stops it, either
// when its parent (npm test) is gone, or, for files run by hand, after IDLE_MS without a connection.
const IDLE_MS = 300_000;
const LOOK_MS = 1_000;

const dataDir = process.argv[2] ?? '';
const parent = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
try {
  await keep(dataDir);
  if (parent !== undefined) rmSync(dataDir, { recursive: true, force: true });
} catch (error) {
  appendFileSync(join(dataDir, 'keeper.log'), `${messageOf(error)}\n`);
  process.exitCode = 1;
}

async function keep(folder: string): Promise<void> {
  const lock = takeDataDir(folder);
  const ready = join(folder, 'ready');
  rmSync(ready, { force: true });
  const server = await startEmbeddedPostgres({ dataDir: folder, sizes: TEST_SIZES });
  writeFileSync(ready, '');
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => asked.abort());
  for (let idleMs = 0; idleMs < IDLE_MS && !asked.signal.aborted; idleMs += LOOK_MS) {
    await sleep(LOOK_MS, undefined, { signal: asked.signal }).catch(() => {});
    if (parent === undefined ? await isUsed(server.adminUrl) : isAlive(parent)) idleMs = 0;
    else if (parent !== undefined) break;
  }
  rmSync(ready, { force: true });
  await server.stop();
  lock.release();
}

async function isUsed(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  // A lost connection rejects the query in hand; the event besides would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rowCount !== 0;
  } catch {
    // Restarting: ask again later.
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}
