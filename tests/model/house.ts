import {
  type Currencies,
  LEDGER_PARTITIONED,
  type LedgerDesk,
  openCurrencies,
  openLedgerDesk,
} from '#modules/ledger/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type Connection, type Database, openDatabase } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { type Lanes, openLanes } from '#platform/lanes.ts';
import { monotonicIds } from '#platform/monotonic-ids.ts';
import { systemRandom } from '#platform/random.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/** One server's worth of ledger: a pool, writers of its own, the desk. */
export type LedgerHouse = {
  readonly db: Database;
  readonly desk: LedgerDesk;
  readonly currencies: Currencies;
  readonly newId: (now: Instant, owner: MemberId) => string;
  readonly close: () => Promise<void>;
};

/**
 * Opens the ledger over a database as a server would, without the rest of the house.
 * @param through what stands between the writers and their connections: the tests' way of meddling
 */
export async function openLedgerHouse(at: {
  readonly url: string;
  readonly clock: Clock;
  readonly lanes: number;
  readonly through?: (connection: Connection) => Connection;
}): Promise<LedgerHouse> {
  const db = openDatabase({ url: at.url, applicationName: 'kopilka-ledger-test', max: 4 });
  await ensurePartitions(db, LEDGER_PARTITIONED, at.clock.now());
  const currencies = await openCurrencies(db);
  const lanes: Lanes = openLanes({
    lanes: at.lanes,
    batchMax: 128,
    queueMax: 4_096,
    patienceMs: 8_000,
    now: () => performance.now(),
    async connect(lane) {
      const connection = await db.connect(`kopilka-test-writer-${lane}`);
      return at.through === undefined ? connection : at.through(connection);
    },
  });
  const ids = monotonicIds(systemRandom);
  const newId = (now: Instant, owner: MemberId) => ids(now, bucketOf(owner));
  const { clock } = at;
  return {
    db,
    desk: openLedgerDesk({ clock, currencies, newId, lanes }),
    currencies,
    newId,
    async close() {
      await lanes.close();
      await db.close();
    },
  };
}
