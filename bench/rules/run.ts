import { explainVerdicts } from '#modules/promotions/core/index.ts';
import type { BenchOptions } from '../options.ts';
import { basketsOf } from './baskets.ts';
import { mixedPromotionsOf } from './mixed-promotions.ts';
import { appliedPerBasket, type Ours, openOurs } from './ours.ts';
import { paceOf, paceOfAsync } from './pace.ts';
import { assertAgreed, type Contest, openContest, type PeerName } from './peers.ts';
import { profileOf } from './profile.ts';
import { figuresOf, LINES, type Round, reportLines } from './report.ts';
import { sumsOf } from './sums.ts';

const SEED = 'bench-rules';
const BASKETS = 1_024;
/** Baskets whose sums are compared beforehand; of the slow peers each takes some tenths of a second. */
const CHECKED = { few: 200, many: 10 } as const;
/** Once for all, beyond that of each measurement: the engine is much code. */
const WARM_UP_SECONDS = 2;

type Bench = {
  /** 200 and 2,000 promotions that every peer can express. */
  readonly few: Contest;
  readonly many: Contest;
  /** 200 and 2,000 promotions of all kinds. */
  readonly mixedFew: Ours;
  readonly mixedMany: Ours;
  readonly byLines: readonly Ours[];
  readonly seconds: number;
};

/** Measures one evaluation against other rule engines on the same promotions; prints what came of it. */
export async function runRulesBench(options: BenchOptions): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const bench = prepare(options.seconds);
  say('comparing sums …');
  await assertAgreed(bench.few, CHECKED.few);
  await assertAgreed(bench.many, CHECKED.many);
  say('warming up …');
  for (const ours of [bench.many.ours, bench.mixedMany, bench.few.ours, bench.mixedFew]) {
    ourPaces(ours, WARM_UP_SECONDS);
  }
  const rounds: Round[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    say(`round ${round} of ${options.rounds} …`);
    rounds.push(await measureRound(bench));
  }
  const applied = {
    few: appliedPerBasket(bench.few.ours),
    many: appliedPerBasket(bench.many.ours),
    mixedFew: appliedPerBasket(bench.mixedFew),
    mixedMany: appliedPerBasket(bench.mixedMany),
  };
  const profile = await profileOf(() => explained(bench.mixedFew, options.seconds));
  const at = { seconds: options.seconds, baskets: BASKETS, applied, profile };
  for (const line of reportLines(rounds, at)) process.stdout.write(`${line}\n`);
  if (options.isJson) process.stdout.write(`${JSON.stringify(figuresOf(rounds))}\n`);
}

function prepare(seconds: number): Bench {
  const baskets = basketsOf(SEED, BASKETS, 8);
  const mixed = mixedPromotionsOf(SEED, 200);
  return {
    few: openContest(SEED, 200, baskets),
    many: openContest(SEED, 2_000, baskets),
    mixedFew: openOurs(mixed, baskets),
    mixedMany: openOurs(mixedPromotionsOf(SEED, 2_000), baskets),
    byLines: LINES.map((lines) => openOurs(mixed, basketsOf(SEED, BASKETS, lines))),
    seconds,
  };
}

async function measureRound(bench: Bench): Promise<Round> {
  const { few, many, mixedFew, mixedMany, byLines, seconds } = bench;
  return {
    few: ourPaces(few.ours, seconds),
    fewPeers: await peerPaces(few, seconds),
    many: ourPaces(many.ours, seconds),
    manyNaive: paceOf(many.peers.naive.decide, { seconds, places: BASKETS }),
    mixedFew: ourPaces(mixedFew, seconds),
    mixedMany: ourPaces(mixedMany, seconds),
    byLines: byLines.map((ours) => explained(ours, seconds)),
    sentences: sentences(mixedFew, seconds),
  };
}

function ourPaces(ours: Ours, seconds: number) {
  return { explained: explained(ours, seconds), plain: plain(ours, seconds) };
}

function explained(ours: Ours, seconds: number): number {
  return paceOf((place) => sumsOf(ours.evaluate(place, true)), { seconds, places: BASKETS });
}

function plain(ours: Ours, seconds: number): number {
  return paceOf((place) => sumsOf(ours.evaluate(place, false)), { seconds, places: BASKETS });
}

/** Every verdict of a decision told to a marketer; the decision itself is made beforehand. */
function sentences({ ruleSet, baskets, evaluate }: Ours, seconds: number): number {
  const decided = baskets.map((facts, place) => ({
    facts,
    verdicts: evaluate(place, true).verdicts,
  }));
  return paceOf(
    (place) => {
      const one = decided[place];
      if (one === undefined) return;
      explainVerdicts(one.verdicts, { ruleSet, facts: one.facts, audience: 'marketer' });
    },
    { seconds, places: BASKETS },
  );
}

async function peerPaces({ peers }: Contest, seconds: number): Promise<Record<PeerName, number>> {
  const at = { seconds, places: BASKETS };
  return {
    naive: paceOf(peers.naive.decide, at),
    zen: await paceOfAsync(peers.zen.decide, at),
    jsonRulesEngine: await paceOfAsync(peers.jsonRulesEngine.decide, at),
    jsonRulesEngineBeside: await paceOfAsync(peers.jsonRulesEngineBeside.decide, at),
  };
}
