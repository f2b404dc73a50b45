import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_FOLDER } from '#platform/config.ts';
import type { MemberId } from '#shared/ids.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import type { Attempt, LedgerCall } from './histories/record.ts';
import type { KillPoint, WorkerOrders } from './ledger-worker.ts';

/** A worker on points that dies again and again, and what it has asked for. */
export type LedgerCrowd = {
  readonly members: readonly MemberId[];
  /** Deaths by point; `by chance` = by somebody else's hand. */
  readonly deaths: ReadonlyMap<string, number>;
  /** Everything on file. */
  readonly calls: () => readonly LedgerCall[];
  /** Lets it die once more, asks again for whatever is unknown, and ends. */
  readonly stop: () => Promise<void>;
};

const POINTS: readonly KillPoint[] = [
  'before the first round trip',
  'between decision and writing',
  'after the commit was sent',
  'before the answer is told',
  'between the legs of a transfer',
];
const LIFE_MS = 600;
const START_MS = 60_000;

/** Sends the worker to work; it is started anew whenever it has died. */
export function openLedgerCrowd(at: {
  readonly databaseUrl: () => string;
  readonly members: readonly MemberId[];
  readonly file: string;
  readonly seed: string;
}): LedgerCrowd {
  const random = randomOf(`ledger-${at.seed}`);
  const deaths = new Map<string, number>();
  let isStopping = false;
  let life = 0;
  const calls = () => readCalls(at.file);
  const live = async (clients: number) => {
    life += 1;
    const point = clients === 0 || random.chance(25) ? null : random.pick(POINTS);
    const orders: WorkerOrders = {
      url: at.databaseUrl(),
      members: at.members,
      file: at.file,
      seed: `${at.seed}-${life}`,
      clients,
      point,
      batch: 2 + random.int(40),
      unknown: calls().filter(isUnknown),
    };
    const child = start(orders);
    const wasKilled = await untilDead(child, random, { isEnd: clients === 0 });
    // Without its database it may not even have begun.
    if (child.signalCode !== 'SIGKILL') return;
    const how = wasKilled || point === null ? 'by chance' : point;
    deaths.set(how, (deaths.get(how) ?? 0) + 1);
  };
  const work = (async () => {
    while (!isStopping) await live(6).catch(() => sleep(100));
  })();
  return {
    members: at.members,
    deaths,
    calls,
    async stop() {
      isStopping = true;
      await work;
      for (let tries = 0; tries < 20 && calls().some(isUnknown); tries += 1) {
        await live(0).catch(() => sleep(500));
      }
    },
  };
}

function start(orders: WorkerOrders): ChildProcess {
  const program = join(PROJECT_FOLDER, 'tests', 'faults', 'ledger-worker.ts');
  return spawn(process.execPath, [program, JSON.stringify(orders)], {
    cwd: PROJECT_FOLDER,
    // Without its database it dies loudly, and is started again.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** It dies by its own hand, or is killed when its time is over. @returns whether it was killed */
async function untilDead(
  child: ChildProcess,
  random: Random,
  { isEnd }: { readonly isEnd: boolean },
): Promise<boolean> {
  const dead = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let wasKilled = false;
  const kill = () => {
    wasKilled = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(kill, START_MS);
  // Its time begins when it works: under load the start alone takes seconds.
  child.stdout?.once('data', () => {
    clearTimeout(timer);
    timer = setTimeout(kill, isEnd ? START_MS : LIFE_MS + random.int(LIFE_MS));
  });
  await dead;
  clearTimeout(timer);
  return wasKilled;
}

function isUnknown(call: LedgerCall): boolean {
  return !call.attempts.some((one) => one.outcome !== 'unknown');
}

type Line = { call?: LedgerCall; operationId?: string; attempt?: Attempt };

function readCalls(file: string): readonly LedgerCall[] {
  const byId = new Map<string, LedgerCall>();
  for (const text of linesOf(file)) {
    const { call, operationId, attempt }: Line = JSON.parse(text);
    if (call !== undefined) byId.set(call.operationId, call);
    // An attempt that nobody lived to note has left its call, which says when it began.
    if (operationId === undefined || attempt === undefined) continue;
    byId.get(operationId)?.attempts.push({
      ...attempt,
      invokedAt: Math.min(attempt.invokedAt, byId.get(operationId)?.occurredAt ?? 0),
      returnedAt: attempt.returnedAt ?? Number.POSITIVE_INFINITY,
    });
  }
  return [...byId.values()];
}

/** Whole lines: the last one may have been cut by a death. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}
