import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningPostgres } from '#platform/embedded-postgres/index.ts';
import { reachableTmpdir } from '../../tests/support/cluster.ts';
import { ROOT } from './run-suite.ts';

/** The PostgreSQL of one test run. */
export type RunCluster = { readonly adminUrl: string; readonly stop: () => Promise<void> };

const PATIENCE_MS = 60_000;

/**
 * Starts a PostgreSQL for this run in a temporary folder. Its keeper watches us: when this process is
 * killed, the keeper stops the server and removes the folder.
 */
export async function startRunCluster(): Promise<RunCluster> {
  const folder = mkdtempSync(join(reachableTmpdir(), 'kopilka-test-run-'));
  chmodSync(folder, 0o711);
  const program = join(ROOT, 'tests', 'support', 'cluster-keeper.ts');
  const keeper = spawn(process.execPath, [program, folder, String(process.pid)], {
    detached: true,
    stdio: 'ignore',
  });
  await waitFor(() => existsSync(join(folder, 'ready')) || keeper.exitCode !== null);
  const adminUrl = runningPostgres(folder)?.adminUrl;
  if (adminUrl === undefined) {
    const log = join(folder, 'keeper.log');
    throw new Error(existsSync(log) ? readFileSync(log, 'utf8') : `no PostgreSQL in ${folder}`);
  }
  return { adminUrl, stop: () => stop(keeper, folder) };
}

async function stop(keeper: ChildProcess, folder: string): Promise<void> {
  keeper.kill('SIGTERM');
  await waitFor(() => keeper.exitCode !== null);
  rmSync(folder, { recursive: true, force: true });
}

async function waitFor(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isDone() && performance.now() < deadline) await sleep(50);
}
