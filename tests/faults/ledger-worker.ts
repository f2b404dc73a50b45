import { appendFileSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#platform/clock.ts';
import type { Connection } from '#platform/db/index.ts';
import { memberId } from '#shared/ids.ts';
import { randomOf } from '../../db/seed/random.ts';
import { openLedgerHouse } from '../model/house.ts';
import { attempt, client, type Notebook, type Traffic } from './histories/clients.ts';
import type { LedgerCall } from './histories/record.ts';

/**
 * A process that works on points until it dies: by the nemesis at any moment, or by its own hand at a named
 * point of a batch. Everything it asks for is on file before the first byte is sent, every answer before
 * anything else is asked.
 *
 *   node ledger-worker.ts '{"url", "members", "file", "seed", "clients", "point", "batch"}'
 */
export type WorkerOrders = {
  readonly url: string;
  /** Hot ones first. */
  readonly members: readonly number[];
  readonly file: string;
  readonly seed: string;
  readonly clients: number;
  /** Where to die by its own hand; null = go on until somebody else kills it. */
  readonly point: KillPoint | null;
  /** In which batch. */
  readonly batch: number;
  /** Calls whose outcome is unknown: asked again before anything else, byte for byte. */
  readonly unknown: readonly LedgerCall[];
};

export const KILL_POINTS = [
  'before the first round trip',
  'between decision and writing',
  'after the commit was sent',
  'before the answer is told',
  'between the legs of a transfer',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

const orders: WorkerOrders = JSON.parse(process.argv[2] ?? '{}');
const log = openSync(orders.file, 'a');
const write = (line: object): void => appendFileSync(log, `${JSON.stringify(line)}\n`);

let batches = 0;

/** Counts batches by their first round trips, and dies where it was told to. */
function meddled(connection: Connection): Connection {
  const isNow = (point: KillPoint) => orders.point === point && batches >= orders.batch;
  return {
    ...connection,
    async pipeline(statements) {
      const isFirst = statements.some((one) => one.text === 'begin');
      const isLast = statements.some((one) => one.text === 'commit');
      if (isFirst) batches += 1;
      if (isFirst && isNow('before the first round trip')) die();
      if (isLast && isNow('between decision and writing')) die();
      const answered = connection.pipeline(statements);
      if (isLast && isNow('after the commit was sent')) {
        // The bytes are on their way; perhaps they are read, perhaps even answered.
        setImmediate(die);
      }
      const rows = await answered;
      if (isLast && isNow('before the answer is told')) die();
      const isTransit = statements.some((one) => one.text.includes('into ledger.transit'));
      if (isTransit && isNow('between the legs of a transfer')) die();
      return rows;
    },
  };
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('dead');
}

const house = await openLedgerHouse({
  url: orders.url,
  clock: systemClock,
  lanes: 2,
  through: meddled,
});

/** Asks again until there is an answer that says which; the database may be away for a while. */
async function settle(call: LedgerCall): Promise<void> {
  while (true) {
    // Its own attempt: of a call that is in flight twice, the last one noted is the other's.
    const noted = await attempt(house.desk, call).catch(() => null);
    if (noted === null) {
      await sleep(50);
      continue;
    }
    write({ operationId: call.operationId, attempt: noted });
    return;
  }
}

for (const call of orders.unknown) await settle({ ...call, attempts: [] });
process.stdout.write('ready\n');

const notebook: Notebook = { calls: [], reads: [], holds: [], spends: [] };
const traffic: Traffic = {
  servers: [{ desk: house.desk, db: house.db }],
  members: orders.members.map(memberId),
  hot: 2,
  notebook,
  isBlind: true,
  pauseMs: 60,
  onCall: (call) => write({ call: { ...call, attempts: [] } }),
  send: settle,
};
if (orders.clients === 0) {
  await house.close();
  process.exit(0);
}
await Promise.all(
  Array.from({ length: orders.clients }, (_, place) =>
    client(traffic, randomOf(`${orders.seed}-${place}`), Number.MAX_SAFE_INTEGER),
  ),
);
