import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Layout, layoutOf, makeDataDir, prepareLayout } from './layout.ts';
import { makeCluster, SETTINGS_FILE, SUPERUSER, writeOwned } from './make-cluster.ts';
import { type ServerUser, serverUser } from './os-user.ts';
import { choosePort } from './port.ts';
import {
  dismissLeftovers,
  findOrphan,
  type LaunchFailure,
  launch,
  type Postmaster,
  shutDown,
} from './postmaster.ts';
import { makeProductDatabase, PRODUCT } from './product-database.ts';
import { type ServerSizes, serverSettings } from './settings.ts';

export { makeDataDir } from './layout.ts';

/** What happens to the server while we run. */
export type PostgresEvent =
  | { readonly kind: 'made' | 'adopted' | 'down' }
  | { readonly kind: 'restarted'; readonly downMs: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A running embedded server under our care. */
export type EmbeddedPostgres = {
  /** The product's database, as an ordinary role. */
  readonly url: string;
  /** The database `postgres`, as superuser: for tests and repair. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: () => number;
  /** Whether it was already running, left by a Kopilka that was killed. */
  readonly wasAdopted: boolean;
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly sizes: ServerSizes;
  readonly onEvent?: (event: PostgresEvent) => void;
};

type Site = {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
};

/** How long a server that keeps dying is started again before we give up. */
const PATIENCE_MS = 60_000;

/**
 * Starts PostgreSQL below `dataDir` and keeps it up: makes the cluster on the first start, adopts a
 * server whose Kopilka was killed, starts it again when the postmaster dies.
 * The caller holds the data folder's lock. Nothing outside `dataDir` is touched but the binaries' cache.
 * @throws Problem with a code of this folder, naming cause and cure
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const tell = options.onEvent ?? (() => {});
  makeDataDir(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const layout = layoutOf(dataDir);
  const user = serverUser();
  prepareLayout(layout, user, dataDir);
  const site: Site = { layout, user, binaries: findBinaries(user, layout.folder) };
  if (makeCluster(layout, site.binaries, user)) tell({ kind: 'made' });
  const orphan = await adoptOrRetire(site, serverSettings(options.sizes));
  if (orphan !== undefined) tell({ kind: 'adopted' });
  const server = orphan ?? (await start(site));
  const password = readFileSync(layout.passwordFile, 'utf8');
  const adminUrl = address(SUPERUSER, password, { port: server.port, database: 'postgres' });
  await makeProductDatabase(adminUrl, password);
  const keeper = keepUp(site, server, tell);
  return {
    url: address(PRODUCT, password, { port: server.port, database: PRODUCT }),
    adminUrl,
    port: server.port,
    pid: keeper.pid,
    wasAdopted: orphan !== undefined,
    stop: keeper.stop,
  };
}

/** The addresses of a server that another process started on `dataDir`; undefined when none runs. */
export function runningPostgres(
  dataDir: string,
): { readonly url: string; readonly adminUrl: string } | undefined {
  if (!existsSync(dataDir)) return undefined;
  const layout = layoutOf(realpathSync(dataDir));
  const server = findOrphan(layout);
  if (server === undefined) return undefined;
  const password = readFileSync(layout.passwordFile, 'utf8');
  return {
    url: address(PRODUCT, password, { port: server.port, database: PRODUCT }),
    adminUrl: address(SUPERUSER, password, { port: server.port, database: 'postgres' }),
  };
}

/**
 * Whether the programs can run here, as the user they would run as.
 * @returns a sentence about them
 * @throws Problem like `startEmbeddedPostgres`
 */
export function checkBinaries(dataDir: string): string {
  const user = serverUser();
  const { major, folder } = findBinaries(user, join(dataDir, 'postgres'));
  return `PostgreSQL ${major} in ${folder}, run as ${user?.name ?? 'this user'}`;
}

// An orphan with other settings (a newer Kopilka, other sizes) is stopped in order and started anew.
async function adoptOrRetire(site: Site, settings: string): Promise<Postmaster | undefined> {
  const { layout, user } = site;
  const orphan = findOrphan(layout);
  const file = join(layout.cluster, SETTINGS_FILE);
  if (orphan !== undefined && !orphan.isStopping && readFileSync(file, 'utf8') === settings) {
    return orphan;
  }
  if (orphan !== undefined) await waitForEnd(orphan);
  writeOwned(file, settings, user);
  return undefined;
}

async function waitForEnd(server: Postmaster): Promise<void> {
  // Neither our child nor an orphan keeps Node alive by itself: the interval does until it is gone.
  const hold = setInterval(() => {}, 1000);
  await shutDown(server);
  clearInterval(hold);
}

async function start(site: Site): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(site.layout.portFile);
    const outcome = await launch(site.layout, port, site);
    if ('pid' in outcome) {
      writeOwned(site.layout.portFile, `${port}\n`, site.user);
      return outcome;
    }
    if (!isPassing(outcome) || Date.now() > deadline) throw startFailed(site.layout, outcome);
    await makeRoom(site, attempt);
  }
}

function keepUp(site: Site, first: Postmaster, tell: (event: PostgresEvent) => void) {
  let server = first;
  let isStopping = false;
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.gone;
      if (isStopping) return;
      tell({ kind: 'down' });
      const since = Date.now();
      server = await restart(site, server.port);
      if (isStopping) return waitForEnd(server);
      tell({ kind: 'restarted', downMs: Date.now() - since });
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    tell({ kind: 'failed', problem: error });
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await waitForEnd(server);
    await watching;
  };
  return { pid: () => server.pid, stop };
}

// The same port again: every pool of ours holds the address.
async function restart(site: Site, port: number): Promise<Postmaster> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launch(site.layout, port, site);
    if ('pid' in outcome) return outcome;
    if (Date.now() > deadline) throw startFailed(site.layout, outcome);
    await makeRoom(site, attempt);
  }
}

function isPassing({ said }: LaunchFailure): boolean {
  return /could not bind|already in use|Address already|shared memory block|lock file/i.test(said);
}

async function makeRoom(site: Site, attempt: number): Promise<void> {
  if (attempt >= 3 && process.platform === 'linux') {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    dismissLeftovers(pids, site.layout.cluster);
  }
  await sleep(Math.min(100 * attempt, 1000));
}

function address(role: string, password: string, at: { port: number; database: string }): string {
  return `postgresql://${role}:${password}@127.0.0.1:${at.port}/${at.database}`;
}

function startFailed(layout: Layout, failure: LaunchFailure): Problem {
  return new Problem('postgres-start-failed', {
    text: {
      en: `The embedded PostgreSQL did not start. It said:\n${failure.said}`,
      ru: `Встроенный PostgreSQL не запустился. Он сообщил:\n${failure.said}`,
    },
    remedy: {
      en: `Its whole log is ${layout.logFile}. \`kopilka doctor\` looks for the usual causes.`,
      ru: `Полный журнал: ${layout.logFile}. Обычные причины проверяет \`kopilka doctor\`.`,
    },
  });
}
