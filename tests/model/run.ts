import { deepStrictEqual } from 'node:assert/strict';
import { assert } from '#shared/assert.ts';
import { type memberId, mintMemberId } from '#shared/ids.ts';
import { comparable, productState, twinState } from './compare.ts';
import { brokenInvariants } from './invariants.ts';
import type { Ledger } from './ledger.ts';
import { openStage, type Stage } from './picking.ts';
import { noteArrival, resolve } from './resolve.ts';
import { CURRENCIES, MEMBERS, type Programme, type Step } from './steps.ts';
import type { Ask, Rules, TwinAnswer } from './twin/asks.ts';
import { openTwin } from './twin/twin.ts';
import type { View } from './view.ts';

/** What a run did, for the report. */
export type Tally = {
  operations: number;
  refusals: number;
  readonly byOutcome: Map<string, number>;
};

export function openTally(): Tally {
  return { operations: 0, refusals: 0, byOutcome: new Map() };
}

/** Members of the runs: three buckets far from each other, so three lanes where there are several. */
export const MEMBER_IDS = Array.from({ length: MEMBERS }, (_, place) =>
  mintMemberId(Uint8Array.from([1, 2, 3, 4, place + 5]), 11 + place * 5_000),
);

/** The programme as the twin and the core ask for it; `codes` are the names of its currencies. */
export function rulesOf(programme: Programme, codes: readonly string[] = CURRENCIES): Rules {
  return {
    termsOf: (code) => programme.terms[codes.indexOf(code)],
    exchangeOf: (fromCode, toCode) =>
      programme.exchanges.findLast(
        (one) => codes[one.from] === fromCode && codes[one.to] === toCode,
      ),
  };
}

/**
 * Does the steps with the twin and with the product side by side, and compares after each one: the answer
 * or the refusal, every account, lot, entry and hold of the member.
 * @throws AssertionError at the first difference or broken invariant
 */
export async function runSteps(
  steps: readonly (Step | null)[],
  how: {
    readonly rules: Rules;
    readonly ledger: Ledger;
    readonly memberIds: readonly ReturnType<typeof memberId>[];
    readonly codes?: readonly string[];
    readonly tally: Tally;
    /** Hears of every operation before it is done. */
    readonly onAsk?: (ask: Ask) => void;
    /** Before each operation: the product's clock is set by it. */
    readonly onMoment?: (now: number) => Promise<void>;
  },
): Promise<Stage> {
  const stage = openStage(openTwin(how.rules), how.memberIds, how.codes);
  for (const step of steps) {
    const ask = step === null ? null : resolve(stage, step);
    if (ask === null) continue;
    how.onAsk?.(ask);
    await how.onMoment?.(ask.now);
    await sideBySide(stage, ask, how);
  }
  return stage;
}

/** One operation with the twin and with the product, and everything compared after it. */
export async function sideBySide(
  stage: Stage,
  ask: Ask,
  { ledger, tally }: { readonly ledger: Ledger; readonly tally: Tally },
): Promise<void> {
  const name = `${ask.kind} ${JSON.stringify(ask.params)} at ${new Date(ask.now).toISOString()}`;
  const answer = await ledger.apply(ask);
  const view = await ledger.view(ask.memberId);
  const expected = stage.twin.apply(ask, newLotIds(stage, ask, view));
  if (answer.isGood) noteArrival(stage, ask);
  count(tally, ask, answer);
  deepStrictEqual(comparable(answer), comparable(expected), `answer of ${name}`);
  const state = productState(view);
  deepStrictEqual(state, twinState(stage.twin, ask.memberId, ask.now), `state after ${name}`);
  const broken = brokenInvariants(view);
  assert(broken.length === 0, `${broken.join('; ')} after ${name}`);
}

/** The ids that the product has given to new lots, so that the twin calls its own the same. */
function newLotIds(stage: Stage, ask: Ask, view: View): (currencyCode: string) => string {
  const known = new Set(stage.twin.member(ask.memberId).lots.map((lot) => lot.id));
  const fresh = view.lots.filter((lot) => !known.has(lot.id));
  const byCurrency = Map.groupBy(
    fresh.sort((a, b) => (a.id < b.id ? -1 : 1)),
    (lot) => lot.currencyCode,
  );
  let missing = 0;
  return (currencyCode) => {
    const next = byCurrency.get(currencyCode)?.shift();
    missing += 1;
    return next?.id ?? `lot ${missing} that the product has not opened`;
  };
}

function count(tally: Tally, ask: Ask, answer: TwinAnswer): void {
  tally.operations += 1;
  if (!answer.isGood) tally.refusals += 1;
  const outcome = `${ask.kind} ${answer.isGood ? 'ok' : answer.code}`;
  tally.byOutcome.set(outcome, (tally.byOutcome.get(outcome) ?? 0) + 1);
}
