import { createServer } from 'node:net';
import type { Clock } from '#platform/clock.ts';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { DataDirLock } from '#platform/data-dir-lock.ts';
import { migrate } from '#platform/db/migrate.ts';
import type { PostgresEvent } from '#platform/embedded-postgres/index.ts';
import { makeDataDir } from '#platform/embedded-postgres/index.ts';
import { createLog, type Log } from '#platform/log.ts';
import { lockDataDir, type OpenPostgres, openPostgres } from '#platform/postgres.ts';
import { codeOf, Problem } from '#platform/problem.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { loadRootKey } from '#platform/secrets-root.ts';

/** What the application is opened with. */
export type AppSurroundings = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly log: Log;
};

/** The application as far as booting is concerned. */
export type App = {
  /** Starts to take requests. */
  readonly listen: (at: { readonly port: number; readonly host: string }) => Promise<string>;
  /** Finishes the requests in hand and closes what was opened. */
  readonly close: () => Promise<void>;
};

/** What happens on the way up, for whoever shows it. */
export type BootEvents = {
  readonly onPostgres?: (event: PostgresEvent) => void;
  readonly onMigrated?: (name: string, ms: number) => void;
};

/** Between the migrations and the first request. */
export type BootStep = (surroundings: AppSurroundings) => Promise<void>;

export type RunningServer = {
  /** `http://127.0.0.1:8080`: where this machine reaches it. */
  readonly address: string;
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
};

/**
 * Brings a server up: data folder, database, migrations, `prepare` (the demo's seed), application,
 * port. What was opened is closed again when a later step fails.
 * @throws Problem naming the step's cause and cure
 */
export async function boot(
  config: Config,
  parts: {
    readonly openApp: (surroundings: AppSurroundings) => Promise<App>;
    readonly prepare?: BootStep;
  },
  events: BootEvents = {},
): Promise<RunningServer> {
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const lock = takeFolder(config, opened);
    await assertPortFree(config);
    const database = await takeDatabase(config, opened, events);
    await migrate({
      url: database.url,
      ...(events.onMigrated === undefined ? {} : { onApplied: events.onMigrated }),
    });
    const surroundings = surroundingsOf(config, database.url);
    await parts.prepare?.(surroundings);
    const app = await parts.openApp(surroundings);
    opened.push(app.close);
    const address = await listen(app, config);
    lock?.announce(address);
    return { address, databaseUrl: database.url, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

// Servers that share a DATABASE_URL may share a data folder too; an embedded database has one master.
function takeFolder(config: Config, opened: (() => Promise<void>)[]): DataDirLock | undefined {
  if (config.databaseUrl !== undefined) {
    if (config.rootKey === undefined) makeDataDir(config.dataDir);
    return undefined;
  }
  const lock = lockDataDir(config);
  opened.push(async () => lock.release());
  return lock;
}

async function takeDatabase(
  config: Config,
  opened: (() => Promise<void>)[],
  events: BootEvents,
): Promise<OpenPostgres> {
  const database = await openPostgres(config, events.onPostgres);
  opened.push(database.close);
  return database;
}

/** What an application or a seed needs, over a database that is up. */
export function surroundingsOf(config: Config, databaseUrl: string): AppSurroundings {
  return {
    config,
    databaseUrl,
    clock: systemClock,
    secrets: deriveSecrets(loadRootKey(config)),
    log: createLog(config.logLevel),
  };
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    const address = await app.listen({ host, port });
    return address.replace(/\/\/(0\.0\.0\.0|\[::\]):/, '//127.0.0.1:');
  } catch (error) {
    throw listenProblem({ host, port }, error);
  }
}

// Asked before the database is started: a wrong port should not cost half a minute.
function assertPortFree({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenProblem({ host, port }, error)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

function listenProblem(at: { host: string; port: number }, cause: unknown): unknown {
  const { host, port } = at;
  const code = codeOf(cause);
  if (code === 'EADDRINUSE') {
    return new Problem(
      'port-taken',
      {
        text: {
          en: `Port ${port} on ${host} is taken by another program.`,
          ru: `Порт ${port} на ${host} занят другой программой.`,
        },
        remedy: {
          en: `Stop that program, or choose another port with PORT: PORT=${port + 1} npm start`,
          ru: `Остановите ту программу или выберите другой порт настройкой PORT: PORT=${port + 1} npm start`,
        },
      },
      { cause, exitCode: 2 },
    );
  }
  if (code !== 'EACCES' && code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return cause;
  return new Problem(
    'cannot-listen',
    {
      text: {
        en: `The server cannot listen on HOST=${host} PORT=${port} (${code}).`,
        ru: `Сервер не может слушать HOST=${host} PORT=${port} (${code}).`,
      },
      remedy: {
        en: 'Choose an address of this machine (HOST) and a port above 1023 (PORT).',
        ru: 'Выберите адрес этой машины (HOST) и порт больше 1023 (PORT).',
      },
    },
    { cause, exitCode: 2 },
  );
}
