import { type Database, openDatabase, sql } from '#platform/db/index.ts';
import { withHouse } from '../checkout/in-process.ts';
import { openSite, type Site } from '../checkout/site.ts';
import { openTpcb, type Tpcb } from '../checkout/tpcb.ts';
import type { BenchOptions } from '../options.ts';
import { assertSound, readTally } from './books.ts';
import { type Flow, transferFor } from './flow.ts';
import { OPENING_POINTS, openAccounts } from './members.ts';
import { type Naive, openNaive } from './naive.ts';
import { type Draw, hot, mixed } from './operations.ts';
import { figuresOf, type Round, reportLines } from './report.ts';

const MEMBERS = 100_000;
/** Enough for compiled code and filled caches. */
const WARM_UP_SECONDS = 6;

type Bench = {
  readonly site: Site;
  readonly db: Database;
  readonly naive: Naive;
  readonly tpcb: Tpcb | undefined;
  readonly seconds: number;
  readonly even: Draw;
  readonly single: Draw;
};

/** Measures transfers against TPC-B, and a single account against the naive way; prints what came of it. */
export async function runLedgerBench(options: BenchOptions): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say('making the databases …');
  const site = await openSite(0);
  const db = openDatabase({ url: site.databaseUrl, applicationName: 'kopilka-bench', max: 2 });
  try {
    const bench = await prepare(site, db, options);
    if (bench.tpcb === undefined)
      say('no pgbench here (Debian: postgresql-15): its ratio stays null');
    await transfers(bench, bench.even, WARM_UP_SECONDS);
    await transfers(bench, bench.single, 2);
    const rounds: Round[] = [];
    for (let round = 1; round <= options.rounds; round += 1) {
      say(`round ${round} of ${options.rounds} …`);
      rounds.push(await measureRound(bench));
    }
    await bench.naive.close();
    await assertSound(db);
    const at = { members: MEMBERS, seconds: options.seconds };
    for (const line of reportLines(rounds, at)) process.stdout.write(`${line}\n`);
    if (options.isJson) process.stdout.write(`${JSON.stringify(figuresOf(rounds))}\n`);
  } finally {
    await db.close();
    await site.close();
  }
}

async function prepare(site: Site, db: Database, { seconds }: BenchOptions): Promise<Bench> {
  const terms = {
    transfer: { pointsMin: 1, dailyPointsMax: 1e9, feeBasisPoints: 0, feePoints: 0 },
  };
  const [main] = await db.run(sql<{ code: string }>`
    update ledger.currency set policy = ${terms}::jsonb where is_main returning code`);
  if (main === undefined) throw new Error('the demo has no main currency');
  const members = await openAccounts(db, main.code, MEMBERS);
  const [first] = members;
  if (first === undefined) throw new Error('the bench has no members');
  return {
    site,
    db,
    naive: await openNaive(site.databaseUrl, OPENING_POINTS),
    tpcb: await openTpcb(site.adminUrl),
    seconds,
    even: mixed(members.slice(1), main.code),
    single: hot(first, main.code),
  };
}

async function measureRound(bench: Bench): Promise<Round> {
  const { db, naive, tpcb, seconds } = bench;
  const tpcbRate = (await tpcb?.transactionsPerSecond(seconds)) ?? null;
  const before = await readTally(db);
  const even = await transfers(bench, bench.even, seconds);
  const after = await readTally(db);
  const single = await transfers(bench, bench.single, seconds);
  const naiveHot = await naive.transferFor(seconds);
  const moved = after.entries - before.entries;
  return {
    tpcb: tpcbRate,
    asked: even.perSecond,
    transfers: (moved * even.perSecond) / even.count,
    hot: single.perSecond,
    naiveHot: naiveHot.perSecond,
    walBytes: (after.wal - before.wal) / moved,
  };
}

function transfers({ site }: Bench, draw: Draw, seconds: number): Promise<Flow> {
  return withHouse(site, (house) => transferFor(house.ledger, draw, seconds));
}
