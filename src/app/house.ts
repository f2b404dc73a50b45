import {
  ANCHORS_EVERY_MS,
  anchorFile,
  type Currencies,
  keepAnchors,
  LEDGER_PARTITIONED,
  type LedgerDesk,
  openCurrencies,
  openLedgerDesk,
  runLedgerJobs,
} from '#modules/ledger/index.ts';
import { type MemberFinder, openMemberFinder } from '#modules/members/index.ts';
import { type OpenDirectory, openDirectory } from '#modules/partners/index.ts';
import {
  openPruning,
  openRuleSets,
  PRUNE_EVERY_MS,
  type RuleSets,
} from '#modules/promotions/index.ts';
import {
  type DeskDeps,
  openReceiptDesk,
  RECEIPTS_PARTITIONED,
  type ReceiptDesk,
  type ReceiptFeed,
  receiptFeed,
  receiptNewsOf,
  rememberCalculations,
} from '#modules/receipts/index.ts';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { assertRootKey } from '#platform/installation.ts';
import { type Lanes, laneOf, openLanes } from '#platform/lanes.ts';
import { monotonicIds } from '#platform/monotonic-ids.ts';
import { startRelay } from '#platform/outbox/index.ts';
import { type RandomBytes, systemRandom } from '#platform/random.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { AppSurroundings } from '../boot.ts';

/** Everything that the routes stand on. */
export type House = AppSurroundings & {
  readonly db: Database;
  readonly random: RandomBytes;
  readonly directory: OpenDirectory;
  readonly currencies: Currencies;
  readonly ruleSets: RuleSets;
  readonly members: MemberFinder;
  readonly desk: ReceiptDesk;
  readonly ledger: LedgerDesk;
  readonly feed: ReceiptFeed;
  /** Reads reference data and promotions again where they have changed. */
  refresh(): Promise<void>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};

const PARTITIONED = [...LEDGER_PARTITIONED, ...RECEIPTS_PARTITIONED];
const REFRESH_MS = 2_000;
const PARTITIONS_MS = 3_600_000;
const JOBS_MS = 15_000;
const BATCH_MAX = 256;
const QUEUE_MAX = 4_096;
const HISTORY_MAX = 512;
/** Shorter than the time that tills wait, so that they hear of an unknown outcome and not nothing. */
const PATIENCE_MS = 8_000;

/** Opens the pool, the writers, the reference data and the outbox relay. */
export async function openHouse(surroundings: AppSurroundings): Promise<House> {
  const { config, clock, log, databaseUrl } = surroundings;
  const db = openDatabase({
    url: databaseUrl,
    applicationName: 'kopilka',
    max: config.databasePool,
  });
  await assertRootKey(db, surroundings.secrets);
  await ensurePartitions(db, PARTITIONED, clock.now());
  const ground = { ...surroundings, db, random: systemRandom, ...(await openReference(db)) };
  const members = openMemberFinder(ground);
  const lanes = openWriters(db, { lanes: config.writerLanes, queueMax: QUEUE_MAX });
  // Calculations are history: they have a writer of their own and never stand in a confirm's way.
  const history = openWriters(db, { lanes: 1, queueMax: HISTORY_MAX });
  const newId = memberIds(ground.random);
  const ledger = openLedgerDesk({ ...ground, lanes, newId });
  const feed = receiptFeed(db, (error) => log.warn({ err: error }, 'feed-unread'));
  const relay = startRelay({
    db,
    clock,
    subscribers: [(events) => events.flatMap(receiptNewsOf).forEach(feed.announce)],
    onFailure: (error) => log.warn({ err: error }, 'outbox-relay-failed'),
  });
  const timers = [
    every(REFRESH_MS, ground.refresh, log),
    every(JOBS_MS, () => runJobs({ ...ground, ledger, newId }), log),
    every(ANCHORS_EVERY_MS, () => signBooks({ ...surroundings, db }), log),
    every(PRUNE_EVERY_MS, openPruning(ground, systemRandom(1)[0] ?? 0), log),
    every(PARTITIONS_MS, () => ensurePartitions(db, PARTITIONED, clock.now()), log),
  ];
  return {
    ...ground,
    members,
    desk: openReceiptDesk(deskDeps({ ...ground, members, ledger, lanes, history, newId })),
    ledger,
    feed,
    isReady: () => isReady(db),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([lanes.close(), history.close()]);
      await relay.stop();
      await db.close();
    },
  };
}

async function openReference(db: Database) {
  const [directory, currencies, ruleSets] = await Promise.all([
    openDirectory(db),
    openCurrencies(db),
    openRuleSets(db),
  ]);
  const refresh = async () => {
    await Promise.all([directory.refresh(), currencies.refresh(), ruleSets.refresh()]);
  };
  return { directory, currencies, ruleSets, refresh };
}

function openWriters(
  db: Database,
  size: { readonly lanes: number; readonly queueMax: number },
): Lanes {
  return openLanes({
    ...size,
    batchMax: BATCH_MAX,
    patienceMs: PATIENCE_MS,
    connect: (lane) => db.connect(`kopilka-writer-${lane}`),
    now: () => performance.now(),
  });
}

function deskDeps(
  parts: Omit<House, 'desk' | 'feed' | 'isReady' | 'close'> & {
    readonly lanes: Lanes;
    readonly history: Lanes;
    readonly newId: NewId;
  },
): DeskDeps {
  const { history, log, currencies } = parts;
  return {
    ...parts,
    get currency() {
      return currencies.main();
    },
    termsOf: (code) => currencies.find(code)?.terms,
    rateOf: (query) => currencies.rateOf(query),
    laneOf: (bucket) => laneOf(bucket, parts.config.writerLanes),
    remember: rememberCalculations(history, (error) =>
      log.warn({ err: error }, 'calculation-lost'),
    ),
  };
}

type NewId = (now: Instant, owner: MemberId) => string;

/** Ids that carry their owner's bucket and rise within this server. */
function memberIds(random: RandomBytes): NewId {
  const newId = monotonicIds(random);
  return (now, owner) => newId(now, bucketOf(owner));
}

async function runJobs(
  parts: Pick<House, 'db' | 'clock' | 'log' | 'ledger'> & { readonly newId: NewId },
): Promise<void> {
  await runLedgerJobs({
    ...parts,
    desk: parts.ledger,
    worker: WORKER,
    onFailure: (job, error) => parts.log.warn({ err: error, job }, 'job-failed'),
  });
}

async function signBooks(parts: Pick<House, 'db' | 'clock' | 'secrets' | 'config'>): Promise<void> {
  const { db, secrets, clock, config } = parts;
  await keepAnchors({ db, secrets, now: clock.now(), file: anchorFile(config.dataDir) });
}

/** This server among the holders of leases. */
const WORKER = `${process.pid}-${Buffer.from(systemRandom(6)).toString('hex')}`;

function every(ms: number, work: () => Promise<void>, log: AppSurroundings['log']) {
  let isBusy = false;
  return setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    work()
      .catch((error: unknown) => log.warn({ err: error }, 'periodic-work-failed'))
      .finally(() => {
        isBusy = false;
      });
  }, ms);
}

async function isReady(db: Database): Promise<boolean> {
  try {
    await db.run({ text: 'select 1', values: [] });
    return true;
  } catch {
    return false;
  }
}
