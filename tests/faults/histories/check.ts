import {
  halves,
  lostAnswers,
  openCalls,
  phantoms,
  strandedTransits,
  unequalAnswers,
} from './answers.ts';
import { oddReads, turnedOrders, unevenSequences, untrueReads } from './order.ts';
import type { Evidence } from './record.ts';
import { untrueRefusals } from './refusals.ts';
import { type Replayed, replay } from './replay.ts';

const RULES: Readonly<Record<string, (evidence: Evidence) => readonly string[]>> = {
  'H1 numbers': unevenSequences,
  'H1 real time': turnedOrders,
  'H1 reads': (evidence) => [...oddReads(evidence), ...untrueReads(evidence)],
  H2: lostAnswers,
  H3: phantoms,
  H4: (evidence) => [...halves(evidence), ...openCalls(evidence), ...strandedTransits(evidence)],
  H6: unequalAnswers,
};

/** All checkers over one history. @returns sentences about what is wrong, and the twin that did it again */
export function checkHistory(evidence: Evidence): {
  readonly findings: readonly string[];
  readonly replayed: Replayed;
} {
  const replayed = replay(evidence);
  const findings = Object.entries(RULES).flatMap(([rule, check]) =>
    check(evidence).map((finding) => `${rule}: ${finding}`),
  );
  const refusals = untrueRefusals(evidence, replayed);
  return { findings: [...findings, ...replayed.findings, ...refusals], replayed };
}
