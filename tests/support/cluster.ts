import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runningPostgres } from '#platform/embedded-postgres/index.ts';

/** Sizes of every server that tests start. */
export const TEST_SIZES = { sharedBuffersMb: 128, walMaxGb: 1 } as const;

const KEEPER = fileURLToPath(new URL('./cluster-keeper.ts', import.meta.url));
const PATIENCE_MS = 60_000;

/**
 * The superuser's address of the tests' PostgreSQL. `npm test` starts one for the whole run and passes
 * TEST_DATABASE_URL; a test file run by hand uses one kept in the temporary folder, started when absent
 * and stopped after a few idle minutes.
 */
export async function testCluster(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  const dataDir = sharedFolder();
  const deadline = Date.now() + PATIENCE_MS;
  let isAsked = false;
  while (Date.now() < deadline) {
    const url = existsSync(join(dataDir, 'ready')) ? runningPostgres(dataDir)?.adminUrl : undefined;
    if (url !== undefined) return url;
    if (!isAsked) askKeeper(dataDir);
    isAsked = true;
    await sleep(100);
  }
  throw new Error(`the tests' PostgreSQL in ${dataDir} did not start: see keeper.log there`);
}

/** A temporary folder that a server's user can reach, whatever TMPDIR says. */
export function reachableTmpdir(): string {
  const isOpen = (folder: string): boolean => {
    try {
      accessSync(folder, constants.W_OK);
      return process.getuid?.() !== 0 || (statSync(folder).mode & 0o001) !== 0;
    } catch {
      return false;
    }
  };
  return [tmpdir(), '/tmp', '/var/tmp'].find(isOpen) ?? tmpdir();
}

function sharedFolder(): string {
  const folder = join(reachableTmpdir(), `kopilka-tests-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} is another user's`);
  return folder;
}

// Several test files may ask at once: the data folder's lock lets one keeper stay, the others leave.
function askKeeper(dataDir: string): void {
  const keeper = spawn(process.execPath, [KEEPER, dataDir], { detached: true, stdio: 'ignore' });
  keeper.unref();
}
