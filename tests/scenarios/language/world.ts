import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { LEDGER_PARTITIONED, putCurrencies } from '#modules/ledger/index.ts';
import { putDirectory } from '#modules/partners/index.ts';
import { RECEIPTS_PARTITIONED } from '#modules/receipts/index.ts';
import { loadConfig } from '#platform/config.ts';
import type { Database } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { present } from '#shared/assert.ts';
import { CURRENCIES, seedDirectory } from '../../../db/seed/directory.ts';
import { STORES, terminalCodes } from '../../../db/seed/stores.ts';
import { type OpenApp, openApp } from '../../../src/app.ts';
import { signedHeaders } from '../../../tools/demo/till.ts';
import { aClock, type FakeClock } from '../../support/clock.ts';
import { testDatabase } from '../../support/database.ts';

/** The real application on a real database, with a clock that scenarios turn. */
export type World = {
  readonly app: OpenApp;
  readonly db: Database;
  readonly clock: FakeClock;
  readonly secrets: Secrets;
  /** A till that sells nothing and is never blocked: it asks for balances. */
  readonly officeTerminal: string;
  /** Sends a signed request of a till. */
  readonly send: (request: WorldRequest) => Promise<WorldAnswer>;
};

export type WorldRequest = {
  readonly terminalCode: string;
  readonly path: string;
  readonly opId: string;
  readonly body: unknown;
};

export type WorldAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly isReplay: boolean;
};

/** Months that scenarios play in. */
const MONTHS = ['2026-02-01T00:00:00Z', '2026-08-01T00:00:00Z', '2027-01-01T00:00:00Z'];

/** Opens the house for a file of tests, at its top level; closed when they are over. */
export async function openWorld(): Promise<World> {
  const opened: (() => unknown)[] = [];
  // Asked for before the database is: hooks run in this order, and the house goes before its ground.
  after(async () => {
    for (const close of opened.reverse()) await close();
  });
  const { db, url } = await testDatabase();
  const office = present(STORES[0], 'store of the demo');
  const clock = aClock('2026-02-01T00:00:00Z');
  const secrets = deriveSecrets(Buffer.alloc(32, 7));
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-scenarios-'));
  opened.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const config = loadConfig({ DATABASE_URL: url, DATA_DIR: dataDir, RATE_LIMITS: 'off' });
  await putCurrencies(db, CURRENCIES);
  await putDirectory(db, seedDirectory());
  for (const month of MONTHS) {
    clock.set(month);
    await ensurePartitions(db, [...LEDGER_PARTITIONED, ...RECEIPTS_PARTITIONED], clock.now());
  }
  clock.set('2026-02-01T00:00:00Z');
  const log = createLog('error');
  const app = await openApp({ config, databaseUrl: url, clock, secrets, log });
  opened.push(() => app.close());
  let count = 0;
  return {
    app,
    db,
    clock,
    secrets,
    officeTerminal: terminalCodes(office)[0] ?? '',
    async send({ terminalCode, path, opId, body }) {
      count += 1;
      const till = { terminalCode, key: terminalKey(secrets, terminalCode, 1), keyVersion: 1 };
      const text = JSON.stringify(body);
      const headers = signedHeaders(till, { path, body: text, opId, time: clock.now(), count });
      const answer = await app.http.inject({ method: 'POST', url: path, headers, payload: text });
      const isReplay = answer.headers['x-replayed'] === 'true';
      return { status: answer.statusCode, body: JSON.parse(answer.payload), isReplay };
    },
  };
}
