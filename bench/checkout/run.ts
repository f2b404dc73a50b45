import { openDatabase } from '#platform/db/index.ts';
import { percentile } from '../../tools/demo/tally.ts';
import type { BenchOptions } from '../options.ts';
import { confirmFor, type Flow, withHouse } from './in-process.ts';
import { type Naive, openNaive } from './naive.ts';
import { openLoop } from './open-loop.ts';
import { hasWrk, loadWithWrk, withServer } from './over-http.ts';
import { type Pick, single, uniform, zipf } from './picks.ts';
import { figuresOf, type Round, reportLines } from './report.ts';
import { confirmSigner } from './signed.ts';
import { openSite, type Site } from './site.ts';
import { readWritten } from './storage.ts';
import { openTpcb, type Tpcb } from './tpcb.ts';

const MEMBERS = 10_000;
const STEADY_PER_SECOND = 300;

type Bench = {
  readonly site: Site;
  readonly naive: Naive;
  readonly tpcb: Tpcb | undefined;
  readonly seconds: number;
};

/** Measures the checkout against its peers and prints what came of it. */
export async function runCheckoutBench(options: BenchOptions): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say('making the databases …');
  const site = await openSite(MEMBERS);
  try {
    const naive = await openNaive(site.databaseUrl);
    const tpcb = await openTpcb(site.adminUrl);
    if (tpcb === undefined) say('no pgbench here (Debian: postgresql-15): its ratios stay null');
    if (!hasWrk()) say('no wrk here (Debian: wrk): the HTTP ratios stay null');
    const bench = { site, naive, tpcb, seconds: options.seconds };
    await inProcess(bench, uniform(MEMBERS), Math.min(2, options.seconds));
    const rounds: Round[] = [];
    for (let round = 1; round <= options.rounds; round += 1) {
      say(`round ${round} of ${options.rounds} …`);
      rounds.push(await measureRound(bench));
    }
    await naive.close();
    const at = { members: MEMBERS, seconds: options.seconds };
    for (const line of reportLines(rounds, at)) process.stdout.write(`${line}\n`);
    if (options.isJson) process.stdout.write(`${JSON.stringify(figuresOf(rounds))}\n`);
  } finally {
    await site.close();
  }
}

async function measureRound(bench: Bench): Promise<Round> {
  const { naive, tpcb, seconds, site } = bench;
  const tpcbRate = (await tpcb?.transactionsPerSecond(seconds)) ?? null;
  const db = openDatabase({ url: site.databaseUrl, applicationName: 'kopilka-bench', max: 1 });
  const before = await readWritten(db);
  const even = await inProcess(bench, uniform(MEMBERS), seconds);
  const after = await readWritten(db);
  await db.close();
  const skewed = await inProcess(bench, zipf(MEMBERS), seconds);
  const hot = await inProcess(bench, single, seconds);
  const naiveHot = await naive.confirmFor(single, seconds);
  return {
    tpcb: tpcbRate,
    inProcess: even.perSecond,
    zipf: skewed.perSecond,
    hot: hot.perSecond,
    naiveHot: naiveHot.perSecond,
    ...(await overHttp(bench)),
    walBytes: (after.wal - before.wal) / even.receipts,
    diskBytes: (after.disk - before.disk) / even.receipts,
  };
}

function inProcess({ site }: Bench, pick: Pick, seconds: number): Promise<Flow> {
  const buyers = { members: site.members, pick };
  return withHouse(site, (house) => confirmFor(house, buyers, seconds));
}

function overHttp({ site, seconds }: Bench): Promise<HttpFigures> {
  const buyers = { members: site.members, pick: uniform(MEMBERS) };
  const sign = confirmSigner(site.surroundings.secrets, buyers);
  return withServer(site, async (address) => {
    // Compiled code and warm caches before anything is measured.
    await openLoop(address, sign, { perSecond: STEADY_PER_SECOND, seconds: 1 });
    const at = { folder: site.dataDir, sign };
    const flow = hasWrk() ? await loadWithWrk(address, at, seconds) : undefined;
    const steady = { perSecond: STEADY_PER_SECOND, seconds };
    const answers = await openLoop(address, sign, steady);
    return { http: flow?.perSecond ?? null, p99At300: percentile(answers, 99) };
  });
}

type HttpFigures = { readonly http: number | null; readonly p99At300: number };
