import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_FOLDER } from '#platform/config.ts';
import { runningPostgres } from '#platform/embedded-postgres/index.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { childrenOf, kill9 } from './processes.ts';

/** The real server in a process of its own, with an embedded PostgreSQL, made to be killed. */
export type KillableServer = {
  readonly address: string;
  readonly secrets: Secrets;
  /** Starts the process; does not wait. */
  readonly start: () => void;
  /** Waits until the server says that it is ready. @returns milliseconds waited */
  readonly untilReady: () => Promise<number>;
  /** SIGKILL to the Node process: its PostgreSQL lives on as an orphan. */
  readonly killNode: () => Promise<void>;
  /** SIGKILL to the postmaster and to every process under it. @returns how many were killed */
  readonly killPostgres: () => number;
  /** The product's database, while PostgreSQL runs. */
  readonly databaseUrl: () => string;
  /** The last words of the process. */
  readonly said: () => string;
  /** An orderly end, for the end of a test. */
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 60_000;
const LOOK_MS = 20;
const TAIL_CHARACTERS = 6000;

/** Prepares a server on `dataDir`; `start` brings it up. The limits are off: the tills are few and quick. */
export async function killableServer(dataDir: string): Promise<KillableServer> {
  const rootKey = randomBytes(32);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    ROOT_KEY: rootKey.toString('hex'),
    SEED_DEMO: 'always',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    SHARED_BUFFERS_MB: '128',
  };
  let child: ChildProcess | undefined;
  let said = '';
  const hear = (text: string): void => {
    said = (said + text).slice(-TAIL_CHARACTERS);
  };
  const killPostgres = (): number => {
    const postmaster = postmasterOf(dataDir);
    // The postmaster first: it would otherwise begin a recovery of its own while its children fall.
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) kill9(pid);
    return all.length;
  };
  return {
    address,
    secrets: deriveSecrets(rootKey),
    said: () => said,
    start() {
      const started = spawnServer(environment);
      for (const stream of [started.stdout, started.stderr]) {
        stream?.setEncoding('utf8').on('data', hear);
      }
      child = started;
    },
    untilReady: () =>
      untilReady(
        address,
        () => hasEnded(child),
        () => said,
      ),
    async killNode() {
      if (child?.pid === undefined || hasEnded(child)) return;
      const gone = ended(child);
      kill9(child.pid);
      await gone;
    },
    killPostgres,
    databaseUrl() {
      const url = runningPostgres(dataDir)?.url;
      if (url === undefined) throw new Error(`no PostgreSQL runs on ${dataDir}`);
      return url;
    },
    async stop() {
      if (child === undefined || hasEnded(child)) {
        // Nobody is left to stop the database in order.
        if (runningPostgres(dataDir) !== undefined) killPostgres();
        return;
      }
      const gone = ended(child);
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function spawnServer(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(PROJECT_FOLDER, 'src', 'main.ts'), 'start'], {
    cwd: PROJECT_FOLDER,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of the person's own settings: they could name a database that is not to be killed.
    env: { PATH: process.env['PATH'], ...environment },
  });
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return child === undefined || child.exitCode !== null || child.signalCode !== null;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function untilReady(
  address: string,
  hasGone: () => boolean,
  said: () => string,
): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < PATIENCE_MS) {
    if (hasGone()) throw new Error(`the server ended by itself:\n${said()}`);
    const answer = await fetch(`${address}/health/ready`, {
      signal: AbortSignal.timeout(2000),
    }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok === true) return performance.now() - started;
    await sleep(LOOK_MS);
  }
  throw new Error(`not ready after ${PATIENCE_MS / 1000} s:\n${said()}`);
}

function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
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
