import { type Config, loadConfig } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { assertRootKey } from '#platform/installation.ts';
import { borrowPostgres } from '#platform/postgres.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { loadRootKey } from '#platform/secrets-root.ts';

/** What the commands of the ledger work on. */
export type LedgerDatabase = {
  readonly config: Config;
  readonly db: Database;
  readonly secrets: Secrets;
};

/**
 * Runs a command on the database of this installation: the running server's, when there is one.
 * @throws Problem when it cannot be reached, or was filled under another root key
 */
export async function onLedger<T>(work: (ledger: LedgerDatabase) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env);
  const secrets = deriveSecrets(loadRootKey(config));
  const server = await borrowPostgres(config);
  try {
    const db = openDatabase({ url: server.url, applicationName: 'kopilka-ledger', max: 2 });
    try {
      await assertRootKey(db, secrets);
      return await work({ config, db, secrets });
    } finally {
      await db.close();
    }
  } finally {
    await server.close();
  }
}
