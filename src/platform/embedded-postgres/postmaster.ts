import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isAlive } from '../processes.ts';
import type { Binaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import { serverEnvironment } from './make-cluster.ts';
import { asUser, type ServerUser } from './os-user.ts';

/** A running postmaster: our child, or an orphan of an earlier Kopilka. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Found while it was shutting down. */
  readonly isStopping: boolean;
  /** Settles when the process is gone, for whatever reason. */
  readonly gone: Promise<void>;
};

/** Why a server that we launched went away before it was ready, with what it wrote. */
export type LaunchFailure = { readonly said: string };

const POLL_MS = 20;
const ORPHAN_POLL_MS = 200;
const LOG_BYTES_MAX = 16 * 1024 * 1024;

/**
 * The server that already runs on this cluster, if any. A lock file whose process is gone, or is not
 * our server (ids are reused after a reboot), is removed: PostgreSQL would refuse to start over it.
 */
export function findOrphan(layout: Layout): Postmaster | undefined {
  const file = join(layout.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isServerOf(pid, layout.cluster)) {
    rmSync(file, { force: true });
    return undefined;
  }
  const isStopping = lines[7]?.trim() === 'stopping';
  return { pid, port, isStopping, gone: watchOrphan(pid, layout.cluster) };
}

/** Launches the server and waits until it takes connections. */
export async function launch(
  layout: Layout,
  port: number,
  with_: { readonly binaries: Binaries; readonly user: ServerUser | undefined },
): Promise<Postmaster | LaunchFailure> {
  if (existsSync(layout.logFile) && statSync(layout.logFile).size > LOG_BYTES_MAX) {
    truncateSync(layout.logFile);
  }
  const log = openSync(layout.logFile, 'a', 0o600);
  const start = statSync(layout.logFile).size;
  // Its own session: Ctrl-C in the terminal must reach us alone, who then stop the server in order.
  const child = spawn(with_.binaries.postgres, ['-D', layout.cluster, '-p', String(port)], {
    cwd: layout.folder,
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    ...asUser(with_.user),
  });
  closeSync(log);
  child.unref();
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const isReady = await Promise.race([gone.then(() => false), waitReady(layout, child)]);
  if (!isReady || child.pid === undefined) return { said: logSince(layout, start) };
  return { pid: child.pid, port, isStopping: false, gone };
}

/** Asks for a fast shutdown (SIGINT) and waits; after a minute for an immediate one. Never SIGKILL. */
export async function shutDown(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT');
  const hurry = setTimeout(() => signal(postmaster.pid, 'SIGQUIT'), 60_000);
  await postmaster.gone;
  clearTimeout(hurry);
}

/**
 * After a postmaster was killed, a busy backend may hold the shared memory until it looks up from its
 * work. Tells every process of this cluster to leave at once (SIGQUIT). Linux only.
 */
export function dismissLeftovers(pids: Iterable<number>, cluster: string): void {
  for (const pid of pids) {
    if (workingFolder(pid) === cluster) signal(pid, 'SIGQUIT');
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const words = commandLine(pid);
  return /^postgres(\.exe)?$/.test(basename(words[0] ?? '')) && words.includes(cluster);
}

async function watchOrphan(pid: number, cluster: string): Promise<void> {
  while (isServerOf(pid, cluster)) await sleep(ORPHAN_POLL_MS, undefined, { ref: false });
}

// The eighth line of postmaster.pid turns to "ready" when recovery is over, however long that takes.
async function waitReady(
  layout: Layout,
  child: { readonly pid?: number | undefined },
): Promise<boolean> {
  const file = join(layout.cluster, 'postmaster.pid');
  for (;;) {
    await sleep(POLL_MS);
    if (child.pid === undefined || !isAlive(child.pid)) return false;
    if (!existsSync(file)) continue;
    const lines = readFileSync(file, 'utf8').split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
  }
}

function logSince(layout: Layout, start: number): string {
  const text = readFileSync(layout.logFile).subarray(start).toString('utf8').trim();
  return text.split('\n').slice(-12).join('\n');
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already: what we wanted.
  }
}
