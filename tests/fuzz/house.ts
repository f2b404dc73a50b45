import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import type { Database } from '#platform/db/index.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { seedDemo } from '../../db/seed/demo.ts';
import { openApp } from '../../src/app.ts';
import { testDatabase } from '../support/database.ts';

/** The whole server in this process, on a port, over a database of its own with the demo coalition. */
export type FuzzedHouse = {
  readonly address: string;
  readonly db: Database;
  readonly secrets: Secrets;
  /** Everything that the server logged, JSON lines. */
  readonly logged: readonly string[];
};

/** Opens it with the limits off: what is tried here is what lies behind them. */
export async function openFuzzedHouse(): Promise<FuzzedHouse> {
  const { db, url } = await testDatabase();
  const config = loadConfig({
    DATABASE_URL: url,
    ROOT_KEY: randomBytes(32).toString('hex'),
    RATE_LIMITS: 'off',
  });
  const secrets = deriveSecrets(Buffer.from(config.rootKey ?? '', 'hex'));
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const surroundings = { config, databaseUrl: url, clock: systemClock, secrets, log };
  await seedDemo(surroundings);
  const app = await openApp(surroundings);
  after(() => app.close());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, db, secrets, logged };
}
