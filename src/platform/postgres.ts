import type { Config } from './config.ts';
import { type DataDirLock, takeDataDir } from './data-dir-lock.ts';
import { checkDatabase } from './database-check.ts';
import {
  makeDataDir,
  type PostgresEvent,
  runningPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres/index.ts';

/** A database to work on, and what must be done when the work is over. */
export type OpenPostgres = {
  readonly url: string;
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
};

/**
 * The database of a server: DATABASE_URL, or the embedded PostgreSQL started in the data folder, whose
 * lock the caller holds.
 * @throws Problem when it cannot be reached or is not fit
 */
export async function openPostgres(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'sharedBuffersMb'>,
  onEvent: (event: PostgresEvent) => void = () => {},
): Promise<OpenPostgres> {
  if (config.databaseUrl !== undefined) {
    await checkDatabase(config.databaseUrl);
    return { url: config.databaseUrl, isEmbedded: false, close: async () => {} };
  }
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    sizes: { sharedBuffersMb: config.sharedBuffersMb, walMaxGb: 4 },
    onEvent,
  });
  await checkDatabase(server.url);
  return { url: server.url, isEmbedded: true, close: server.stop };
}

/**
 * The database for a command of a moment (migrate, verify): the running server's when there is one,
 * else opened for the time of the command.
 */
export async function borrowPostgres(config: Config): Promise<OpenPostgres> {
  if (config.databaseUrl !== undefined) return openPostgres(config);
  const running = runningPostgres(config.dataDir);
  if (running !== undefined) {
    await checkDatabase(running.url);
    return { url: running.url, isEmbedded: true, close: async () => {} };
  }
  const lock = lockDataDir(config);
  try {
    const opened = await openPostgres(config);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Makes the data folder and takes its lock. */
export function lockDataDir(config: Pick<Config, 'dataDir'>): DataDirLock {
  makeDataDir(config.dataDir);
  return takeDataDir(config.dataDir);
}
