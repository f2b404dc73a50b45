import type { Database } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import {
  type CompiledRuleSet,
  compileRuleSet,
  type Programme,
  type Promotion,
} from './core/index.ts';
import { readHeadVersion, readRuleSet } from './sql/rule-sets.ts';

/** Compiled rule sets of this server: the one tills work by, and earlier ones as they are asked for. */
export type RuleSets = {
  current(): CompiledRuleSet;
  /** A version by its number; undefined when there never was one. */
  byVersion(version: number): Promise<CompiledRuleSet | undefined>;
  /** Takes up a new version, if there is one. */
  refresh(): Promise<void>;
};

const KEPT_MAX = 64;

/** Opens the rule sets: the head is compiled now, others on demand; the last 64 are kept. */
export async function openRuleSets(db: Database): Promise<RuleSets> {
  const kept = new Map<number, CompiledRuleSet>();
  const byVersion = async (version: number) => {
    const known = kept.get(version);
    if (known !== undefined) return known;
    const [row] = await db.run(readRuleSet(version));
    if (row === undefined) return undefined;
    const compiled = compileRuleSet(
      version,
      row.rules as readonly Promotion[],
      row.programme as Programme,
    );
    kept.set(version, compiled);
    for (const old of [...kept.keys()].sort((a, b) => a - b).slice(0, -KEPT_MAX)) kept.delete(old);
    return compiled;
  };
  const readHead = async () => {
    const [head] = await db.run(readHeadVersion());
    return present(
      await byVersion(present(head, 'head of the rule sets').version),
      'head rule set',
    );
  };
  let current = await readHead();
  return {
    current: () => current,
    byVersion,
    async refresh() {
      const head = await readHead();
      if (head.version > current.version) current = head;
    },
  };
}
