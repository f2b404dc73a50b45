import type { Verdict } from '#modules/receipts/contract.ts';
import { type Place, ScenarioError } from './scenario-error.ts';
import { ruleOf, type Stage } from './stage.ts';
import type { Expectation, VerdictWord } from './steps.ts';

/** Compares the verdict on a rule, its reason and the distance to it with what a line expects. */
export function checkVerdict(
  stage: Stage,
  expected: Extract<Expectation, { readonly kind: 'verdict' }>,
  place: Place,
): void {
  const { code } = ruleOf(stage, expected.title, place);
  const { outcome } = stage;
  const trace = outcome?.kind === 'purchase' ? (outcome.body.trace ?? []) : [];
  const verdict = trace.find((one) => one.promotionCode === code);
  if (verdict === undefined) {
    throw new ScenarioError(place, `the answer says nothing about "${expected.title}"`);
  }
  const got = [
    wordOf(verdict),
    expected.by === null ? null : verdict.by,
    expected.reason === null ? null : verdict.reason?.code,
    expected.distance === null ? null : distanceWords(verdict.reason?.distance ?? null),
  ];
  const wanted = [
    expected.verdict,
    expected.by === null ? null : ruleOf(stage, expected.by, place).code,
    expected.reason,
    expected.distance === null ? null : distanceWords(expected.distance),
  ];
  if (got.join(' ') === wanted.join(' ')) return;
  throw new ScenarioError(
    place,
    `expected "${expected.title}" ${wordsOf(wanted)}, got ${wordsOf(got)} (${verdict.reason?.text.en ?? 'no reason'})`,
  );
}

/** What a till is told, in the fewer words of scenarios; the reason tells the rest. */
const WORDS: Readonly<Record<Verdict['verdict'], VerdictWord>> = {
  applied: 'applied',
  'wrong-place': 'skipped',
  'wrong-time': 'skipped',
  'wrong-audience': 'skipped',
  'no-goods': 'skipped',
  missed: 'skipped',
  blocked: 'blocked',
  requires: 'waiting',
  limited: 'used-up',
  'no-effect': 'idle',
  outbid: 'outbid',
  capped: 'idle',
};

function wordOf({ verdict, reason }: Verdict): VerdictWord {
  return verdict === 'applied' && reason !== null ? 'limited' : WORDS[verdict];
}

function distanceWords(distance: { readonly unit: string; readonly value: number } | null): string {
  return distance === null ? 'no distance' : `${distance.value} ${distance.unit}`;
}

function wordsOf(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
