import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { type Config, loadConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/index.ts';
import { migrate } from '#platform/db/migrate.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { seedDemo } from '../../db/seed/demo.ts';
import type { AppSurroundings } from '../../src/boot.ts';
import { type BenchMember, makeMembers } from './members.ts';

/** A PostgreSQL of the bench's own with the product's database in it. */
export type Site = {
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Superuser's address, for the peers' databases. */
  readonly adminUrl: string;
  readonly rootKeyHex: string;
  readonly surroundings: AppSurroundings;
  readonly members: readonly BenchMember[];
  readonly close: () => Promise<void>;
};

/** Sizes of the server under test, said in the report. */
export const SIZES = { sharedBuffersMb: 1024, walMaxGb: 4 } as const;

/** Starts the server in a temporary folder with the demo coalition and many members. */
export async function openSite(memberCount: number): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-bench-'));
  // Run by root, the database belongs to another user, who has to get through this folder.
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, sizes: SIZES });
  const close = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate({ url: postgres.url });
    const rootKeyHex = randomBytes(32).toString('hex');
    const config = configOf(postgres.url, rootKeyHex);
    const surroundings: AppSurroundings = {
      config,
      databaseUrl: postgres.url,
      clock: systemClock,
      secrets: deriveSecrets(Buffer.from(rootKeyHex, 'hex')),
      log: createLog('warn'),
    };
    await seedDemo(surroundings);
    const db = openDatabase({ url: postgres.url, applicationName: 'kopilka-bench', max: 2 });
    const members = await makeMembers(db, surroundings.secrets, memberCount);
    await db.run({ text: 'analyze', values: [] });
    await db.close();
    const { url: databaseUrl, adminUrl } = postgres;
    return { dataDir, databaseUrl, adminUrl, rootKeyHex, surroundings, members, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function configOf(databaseUrl: string, rootKey: string): Config {
  return loadConfig({ DATABASE_URL: databaseUrl, ROOT_KEY: rootKey, RATE_LIMITS: 'off' });
}
