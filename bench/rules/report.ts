import { figure } from '../median.ts';
import type { PeerName } from './peers.ts';
import type { Share } from './profile.ts';

/** Lines of the baskets by which the length of a receipt is measured. */
export const LINES = [1, 8, 50, 200] as const;

type Paces = { readonly explained: number; readonly plain: number };
type PeerPaces = Readonly<Record<PeerName, number>>;

/** What one round measured: baskets in a second of CPU time. */
export type Round = {
  readonly few: Paces;
  readonly fewPeers: PeerPaces;
  readonly many: Paces;
  /** The others take a tenth of a second and more for a basket. */
  readonly manyNaive: number;
  readonly mixedFew: Paces;
  readonly mixedMany: Paces;
  /** By {@link LINES}. */
  readonly byLines: readonly number[];
  readonly sentences: number;
};

/** What surrounds the rounds. */
export type Surroundings = {
  readonly seconds: number;
  readonly baskets: number;
  readonly applied: Readonly<Record<'few' | 'many' | 'mixedFew' | 'mixedMany', number>>;
  readonly profile: { readonly folders: readonly Share[]; readonly functions: readonly Share[] };
};

/** The medians that are worth quoting; names are fixed. */
export function figuresOf(rounds: readonly Round[]) {
  const median = (of: (round: Round) => number) => figure(rounds.map(of));
  const against = (peer: PeerName, how: keyof Paces) =>
    median(({ few, fewPeers }) => few[how] / fewPeers[peer]);
  return {
    vs_json_rules_engine: against('jsonRulesEngine', 'explained'),
    vs_json_rules_engine_beside: against('jsonRulesEngineBeside', 'explained'),
    vs_zen: against('zen', 'explained'),
    vs_naive: against('naive', 'explained'),
    cost_2000_vs_200: median((one) => one.mixedFew.explained / one.mixedMany.explained),
    cost_2000_vs_200_simple: median((one) => one.few.explained / one.many.explained),
    vs_json_rules_engine_plain: against('jsonRulesEngine', 'plain'),
    vs_json_rules_engine_beside_plain: against('jsonRulesEngineBeside', 'plain'),
    vs_zen_plain: against('zen', 'plain'),
    vs_naive_plain: against('naive', 'plain'),
    cost_2000_vs_200_plain: median((one) => one.mixedFew.plain / one.mixedMany.plain),
    cost_2000_vs_200_simple_plain: median((one) => one.few.plain / one.many.plain),
    us_mixed_200: median((one) => 1e6 / one.mixedFew.explained),
    us_mixed_200_plain: median((one) => 1e6 / one.mixedFew.plain),
    ...Object.fromEntries(
      LINES.map((lines, at) => [
        `us_lines_${lines}`,
        median((one) => 1e6 / (one.byLines[at] ?? 0)),
      ]),
    ),
    us_sentences: median((one) => 1e6 / one.sentences),
  };
}

/** The report for a person. */
export function reportLines(rounds: readonly Round[], at: Surroundings): readonly string[] {
  return [
    ...headLines(at),
    '',
    ...rowLines(rounds, at),
    '',
    '  Rates swing with the machine; only the ratios, taken inside a round, are worth quoting:',
    ...Object.entries(figuresOf(rounds)).map(([name, value]) => `  ${name.padEnd(34)} ${value}`),
    '',
    '  Where an evaluation goes, mixed, 200 promotions, explained; percent of samples:',
    `  ${sharesText(at.profile.folders)}`,
    `  ${sharesText(at.profile.functions)}`,
  ];
}

function headLines({ seconds, baskets }: Surroundings): readonly string[] {
  return [
    `Rules: one evaluation of a receipt, ${baskets} different baskets of 8 lines, ${seconds} s of CPU time a measurement`,
    '  simple: promotions that every side can express; percent or an amount off goods or the receipt, points',
    '    per amount, all added up. Every side gave the same sums on the baskets that were compared before',
    '  mixed:  all kinds; best per line, best for the buyer, first by priority, chains, caps, third item free,',
    '    coupons, paying with points, multipliers, limits that bite. Only ours can be asked for them',
    '  ours, on:  the whole engine as the till runs it: stacking, priorities, limits with their use, floors,',
    '    funding, amounts and points by line; explained: a compact verdict on every promotion',
    '  ours, off: loading facts and checking the receipt; sentences are rendered when read (their row)',
    '  json-rules-engine: a rule for each promotion, every fact given once; sums in code of ours. Lists stand',
    '    in the rules, as its documents show; "beside": in sets that an operator looks into',
    '  zen: one decision table that collects, compiled beforehand; sums in code of ours',
    '  naive: the rules read as they are written, loops and includes; sums of its own',
    '  peers, off: stacking, limits, amounts by line, explanation',
    '  per second of CPU time of the process, one basket at a time; rounds interleaved',
  ];
}

function rowLines(rounds: readonly Round[], { applied }: Surroundings): readonly string[] {
  const row = (name: string, of: (round: Round) => number) => {
    const values = rounds.map(of);
    const shown = values.map((value) => value.toFixed(value < 100 ? 1 : 0).padStart(8));
    return `  ${name.padEnd(46)} ${shown.join(' ')}   ${figure(values)}`;
  };
  const ours = (name: string, of: (round: Round) => Paces) => [
    row(`${name}, ours, explained`, (one) => of(one).explained),
    row(`${name}, ours, plain`, (one) => of(one).plain),
  ];
  const given = (name: string, count: number) =>
    `  ${name}: ${count.toFixed(1)} promotions give something to a basket`;
  const numbers = rounds.map((_, place) => `#${place + 1}`.padStart(8)).join(' ');
  return [
    `  ${'baskets a CPU second, by round'.padEnd(46)} ${numbers}   median`,
    ...ours('simple 200', (one) => one.few),
    row('simple 200, naive', (one) => one.fewPeers.naive),
    row('simple 200, zen', (one) => one.fewPeers.zen),
    row('simple 200, json-rules-engine', (one) => one.fewPeers.jsonRulesEngine),
    row('simple 200, json-rules-engine, beside', (one) => one.fewPeers.jsonRulesEngineBeside),
    ...ours('simple 2,000', (one) => one.many),
    row('simple 2,000, naive', (one) => one.manyNaive),
    ...ours('mixed 200', (one) => one.mixedFew),
    ...ours('mixed 2,000', (one) => one.mixedMany),
    ...LINES.map((lines, at) =>
      row(`mixed 200, ${lines} lines, explained`, (one) => one.byLines[at] ?? 0),
    ),
    row('mixed 200, sentences of all verdicts', (one) => one.sentences),
    given('simple 200', applied.few),
    given('simple 2,000', applied.many),
    given('mixed 200', applied.mixedFew),
    given('mixed 2,000', applied.mixedMany),
  ];
}

function sharesText(shares: readonly Share[]): string {
  return shares.map(({ name, percent }) => `${name} ${percent.toFixed(1)}`).join(' · ');
}
