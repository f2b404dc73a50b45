import type { Session } from '#platform/db/index.ts';
import type { Call } from '../history.ts';

/** What a checker looks at: one snapshot of the database, and the calls settled before it was taken. */
export type Evidence = {
  readonly snapshot: Session;
  readonly acknowledged: readonly Call[];
  readonly refused: readonly Call[];
};

/** A checker: sentences about what is wrong; none when all is well. */
export type Checker = (evidence: Evidence) => Promise<readonly string[]>;

const SHOWN_MAX = 5;

/** The first few of many, and how many there are. */
export function shorten(rule: string, findings: readonly string[]): readonly string[] {
  if (findings.length <= SHOWN_MAX) return findings.map((finding) => `${rule}: ${finding}`);
  const more = `… ${findings.length} in all`;
  return [...findings.slice(0, SHOWN_MAX), more].map((finding) => `${rule}: ${finding}`);
}
