import { createHash } from 'node:crypto';
import {
  type Currencies,
  LEDGER_PARTITIONED,
  type LedgerDesk,
  type OperationItem,
  openCurrencies,
  openLedgerDesk,
} from '#modules/ledger/index.ts';
import type { Database } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { openLanes } from '#platform/lanes.ts';
import { monotonicIds } from '#platform/monotonic-ids.ts';
import { systemRandom } from '#platform/random.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';

/** An operation on points that happened at some moment, as the seed and the tests put it. */
export type PastOperation = {
  readonly memberId: MemberId;
  readonly kind: string;
  readonly params: object;
  readonly at: Instant;
  /** Tells operations of one member apart; the same one is done once. */
  readonly key: string;
  readonly partnerCode?: string;
  readonly receiptId?: string;
};

/** What came of it. */
export type Done = {
  readonly operationId: string;
  readonly result: Readonly<Record<string, unknown>>;
};

/** A writer of operations whose clock stands where each of them says. */
export type PointsDesk = {
  readonly currencies: Currencies;
  /** The desk itself; its clock stands where the last operation left it. */
  readonly ledger: LedgerDesk;
  /** Does it, or finds it done. @throws Refusal of the operation */
  readonly ask: (operation: PastOperation) => Promise<Done>;
  readonly close: () => Promise<void>;
};

const ZONE = 'Europe/Moscow';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const MONTH_MS = 30 * 86_400_000;

/**
 * Opens it; members' history may begin as early as `since`.
 * @param now the latest moment of any operation
 */
export async function openPointsDesk(
  db: Database,
  span: { readonly since: Instant; readonly now: Instant },
): Promise<PointsDesk> {
  // A call makes the partitions of several months around its moment.
  for (let at = span.since as number; at < span.now; at += 3 * MONTH_MS) {
    await ensurePartitions(db, LEDGER_PARTITIONED, instant(at));
  }
  await ensurePartitions(db, LEDGER_PARTITIONED, span.now);
  const currencies = await openCurrencies(db);
  const ids = monotonicIds(systemRandom);
  let { now } = span;
  const lanes = openLanes({
    lanes: 1,
    batchMax: 1,
    queueMax: 64,
    patienceMs: 20_000,
    connect: () => db.connect('kopilka-seed-points'),
    now: () => performance.now(),
  });
  const ledger = openLedgerDesk({
    clock: { now: () => now },
    currencies,
    lanes,
    newId: (moment, owner) => ids(moment, bucketOf(owner)),
  });
  return {
    currencies,
    ledger,
    async ask(operation) {
      now = operation.at;
      const item = itemOf(operation);
      const isSent = operation.kind === 'transfer-out' || operation.kind === 'merge-out';
      const { answer } = await (isSent ? ledger.send(item) : ledger.submit(item));
      const done: Done = JSON.parse(answer);
      return done;
    },
    close: () => lanes.close(),
  };
}

/** The same operation has the same id and the same hash at every call. */
function itemOf({ memberId, kind, params, at, key, ...more }: PastOperation): OperationItem {
  const seed = createHash('sha256').update(`${memberId}|${key}`).digest();
  return {
    operationId: uuidv7(at, seed.subarray(0, 10), bucketOf(memberId)),
    memberId,
    kind,
    params,
    occurredAt: at,
    receiptId: more.receiptId ?? null,
    partnerCode: more.partnerCode ?? '',
    zone: ZONE,
    actorId: NOBODY,
    requestHash: seed,
  };
}
