import type { Text } from '#shared/text.ts';
import type { NearMiss } from '../close/near-misses.ts';
import { deckOf } from '../compile/rule-set.ts';
import type { Explaining } from './explain-verdicts.ts';
import { type Finding, findingOf } from './explained.ts';
import { whyMissed } from './missed-leaf.ts';
import { told } from './told.ts';

/** A promotion that the buyer nearly had, in words. */
export type NearMissWords = NearMiss & { readonly title: Text; readonly text: Text };

/**
 * Puts near misses into words, in their order: the promotion's own `nearMissText`, or what the condition
 * says it lacks.
 * @param misses of this rule set on these facts
 */
export function explainNearMisses(
  misses: readonly NearMiss[],
  { ruleSet, facts, audience }: Explaining,
): readonly NearMissWords[] {
  const rules = new Map(deckOf(ruleSet, facts).rules.map((rule) => [rule.code, rule]));
  return misses.flatMap((miss): readonly NearMissWords[] => {
    const rule = rules.get(miss.promotionCode);
    if (rule === undefined) return [];
    const { promotion } = rule;
    const { leaf, distance, unit } = miss;
    const reason = whyMissed(rule, { leaf, distance }, facts);
    const finding: Finding = {
      ...findingOf('missed', reason),
      distance: { unit, value: distance },
    };
    return [{ ...miss, title: promotion.title, text: told(promotion, finding, audience) }];
  });
}
