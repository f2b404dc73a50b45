import {
  type CompiledRuleSet,
  compileRuleSet,
  type Decision,
  evaluate,
  type Facts,
  type Promotion,
} from '#modules/promotions/core/index.ts';
import { useOfLimits } from './as-promotion.ts';

/** The engine with a rule set and the baskets as its loader would give them: use of limits included. */
export type Ours = {
  readonly ruleSet: CompiledRuleSet;
  readonly baskets: readonly Facts[];
  readonly evaluate: (place: number, explain: boolean) => Decision;
};

export function openOurs(promotions: readonly Promotion[], plain: readonly Facts[]): Ours {
  const ruleSet = compileRuleSet(1, promotions);
  const limitUsed = useOfLimits(promotions);
  const baskets = plain.map((facts): Facts => ({ ...facts, limitUsed }));
  return {
    ruleSet,
    baskets,
    evaluate: (place, explain) => {
      const facts = baskets[place];
      if (facts === undefined) throw new Error(`no basket ${place}`);
      return evaluate(ruleSet, facts, { explain });
    },
  };
}

/** How many promotions give something to a basket, on average. */
export function appliedPerBasket({ baskets, evaluate }: Ours): number {
  let applied = 0;
  for (const place of baskets.keys()) applied += evaluate(place, false).verdicts.list.length;
  return applied / baskets.length;
}
