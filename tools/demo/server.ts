import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PROJECT_FOLDER } from '#platform/config.ts';
import { runningPostgres } from '#platform/embedded-postgres/index.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';

/** The real server in a process of its own, on a database that lives as long as it does. */
export type DemoServer = {
  readonly address: string;
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  readonly pid: number;
  /** The last it has said, for whoever looks into a failure. */
  readonly lastWords: () => string;
  /** Stops the server, removes its database and its folder. */
  readonly close: () => Promise<void>;
};

export type DemoServerOptions = {
  /** A PostgreSQL on which a temporary database may be made; absent = the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Settings on top of the demo's own, RATE_LIMITS for instance. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Aborted: the start is given up. */
  readonly signal?: AbortSignal;
};

const PATIENCE_MS = 180_000;
const LOOK_MS = 100;
const STOP_PATIENCE_MS = 30_000;
const TAIL_CHARACTERS = 4000;

/**
 * Starts the server on a fresh database with the demo coalition and waits until it takes requests.
 * @throws Error with the server's own last words when it does not come up
 */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-demo-'));
  // Run by root, the database belongs to another user, who has to get through this folder.
  chmodSync(dataDir, 0o711);
  const own = options.databaseUrl === undefined ? null : await makeDatabase(options.databaseUrl);
  const rootKey = randomBytes(32);
  const port = await freePort();
  const child = spawn(process.execPath, [join(PROJECT_FOLDER, 'src', 'main.ts'), 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: PROJECT_FOLDER,
    env: {
      ...withoutOurSettings(process.env),
      PORT: String(port),
      DATA_DIR: dataDir,
      ROOT_KEY: rootKey.toString('hex'),
      SEED_DEMO: 'always',
      LOG_LEVEL: 'warn',
      ...(own === null ? {} : { DATABASE_URL: own.url }),
      ...options.environment,
    },
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-TAIL_CHARACTERS);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const isWanted = () => isAlive() && options.signal?.aborted !== true;
  const close = async (): Promise<void> => {
    if (isAlive()) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    if (child.pid !== undefined) await ended;
    clearTimeout(late);
    await own?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await untilReady(address, isWanted);
    const databaseUrl = own?.url ?? runningPostgres(dataDir)?.url;
    if (databaseUrl === undefined) throw new Error('the embedded database is not to be found');
    const secrets = deriveSecrets(rootKey);
    return { address, databaseUrl, secrets, pid: child.pid ?? 0, lastWords: () => tail, close };
  } catch (error) {
    await close();
    throw new Error(`the demo's server did not start:\n${tail}`, { cause: error });
  }
}

async function untilReady(address: string, isWanted: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (!isWanted()) throw new Error('it ended before it was ready');
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`it was not ready after ${PATIENCE_MS / 1000} s`);
}

// Settings of the person's own server must not leak into the demo's: its port, folder, key, database.
function withoutOurSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(PORT|HOST|DATABASE_URL|DATA_DIR|ROOT_KEY|SEED_DEMO|LOG_LEVEL|RATE_LIMITS)(_FILE)?$/u;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const at = probe.address();
      probe.close(() => resolve(at !== null && typeof at === 'object' ? at.port : 0));
    });
  });
}

async function makeDatabase(given: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `kopilka_demo_${randomBytes(4).toString('hex')}`;
  const url = new URL(given);
  url.pathname = `/${name}`;
  await inDatabase(given, `create database ${name}`);
  const drop = () => inDatabase(given, `drop database if exists ${name} with (force)`);
  return { url: url.href, drop };
}

async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'kopilka-demo' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
