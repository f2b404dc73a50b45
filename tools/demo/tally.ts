import { mulDivFloor } from '#shared/ratio.ts';
import type { TillAnswer } from './till.ts';

/** What a run has counted so far. Money in kopecks, points in smallest units. */
export type Tally = {
  requests: number;
  visits: number;
  receipts: number;
  memberReceipts: number;
  calculations: number;
  returns: number;
  cancels: number;
  registrations: number;
  replays: number;
  rateLimited: number;
  grossKopecks: number;
  discountKopecks: number;
  payableKopecks: number;
  refundKopecks: number;
  earnedPoints: number;
  spentPoints: number;
  takenBackPoints: number;
  givenBackPoints: number;
  readonly expectedByCode: Map<string, number>;
  readonly unexpectedByCode: Map<string, number>;
  /** The first of the unexpected, whole, so that a person can look into it. */
  readonly examples: string[];
  readonly latenciesMs: number[];
};

/** A count of nothing. */
export function openTally(): Tally {
  return {
    requests: 0,
    visits: 0,
    receipts: 0,
    memberReceipts: 0,
    calculations: 0,
    returns: 0,
    cancels: 0,
    registrations: 0,
    replays: 0,
    rateLimited: 0,
    grossKopecks: 0,
    discountKopecks: 0,
    payableKopecks: 0,
    refundKopecks: 0,
    earnedPoints: 0,
    spentPoints: 0,
    takenBackPoints: 0,
    givenBackPoints: 0,
    expectedByCode: new Map(),
    unexpectedByCode: new Map(),
    examples: [],
    latenciesMs: [],
  };
}

const EXAMPLES_MAX = 5;

/** Counts an answer, whatever it says. */
export function countAnswer(tally: Tally, answer: TillAnswer): void {
  tally.requests += 1;
  tally.rateLimited += answer.slowdowns;
  tally.latenciesMs.push(answer.ms);
}

/** Counts a refusal that the day's plan foresees. */
export function countExpected(tally: Tally, code: string): void {
  tally.expectedByCode.set(code, (tally.expectedByCode.get(code) ?? 0) + 1);
}

/** Counts what should not have happened. */
export function countUnexpected(tally: Tally, code: string, example: string): void {
  tally.unexpectedByCode.set(code, (tally.unexpectedByCode.get(code) ?? 0) + 1);
  if (tally.examples.length < EXAMPLES_MAX) tally.examples.push(`${code}: ${example}`);
}

/**
 * The value below which `percent` of 100 of the values lie (nearest rank).
 * @param sorted ascending; 0 when empty
 */
export function percentile(sorted: readonly number[], percent: number): number {
  if (sorted.length === 0) return 0;
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  return sorted[rank - 1] ?? 0;
}

/** The run in one flat object: what `--json` prints. */
export function summaryOf(tally: Tally, durationMs: number) {
  const { latenciesMs, expectedByCode, unexpectedByCode, examples: _, ...counts } = tally;
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  return {
    ...counts,
    refusalsByCode: sumsOf([...expectedByCode, ...unexpectedByCode]),
    unexpectedRefusals: [...unexpectedByCode.values()].reduce((a, b) => a + b, 0),
    durationMs: Math.round(durationMs),
    receiptsPerSecond:
      mulDivFloor(tally.receipts, 10_000, Math.max(1, Math.round(durationMs))) / 10,
    p50Ms: tenths(percentile(sorted, 50)),
    p99Ms: tenths(percentile(sorted, 99)),
  };
}

export type Summary = ReturnType<typeof summaryOf>;

function sumsOf(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [code, count] of counts) sums[code] = (sums[code] ?? 0) + count;
  return sums;
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
