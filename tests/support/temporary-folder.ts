import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { reachableTmpdir } from './cluster.ts';

/** A data folder for one test file, removed when its tests are over; the database's user can reach it. */
export function temporaryDataDir(): string {
  const folder = mkdtempSync(join(reachableTmpdir(), 'kopilka-data-'));
  chmodSync(folder, 0o711);
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
