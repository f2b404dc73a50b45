import {
  type Audience,
  type CompiledRuleSet,
  explainNearMisses,
  type Facts,
  type NearMiss,
  nearMisses,
} from '#modules/promotions/core/index.ts';
import type { Hint, Hints } from '../contract.ts';

/** What the buyer nearly had, in the words of the till's API. The facts are decided on once more for it. */
export function hintsOf(ruleSet: CompiledRuleSet, facts: Facts): Hints {
  const { cashier, member } = nearMisses(ruleSet, facts);
  const told = (misses: readonly NearMiss[], audience: Audience): Hint[] =>
    explainNearMisses(misses, { ruleSet, facts, audience }).map(
      ({ promotionCode, title, text, unit, distance }) => ({
        promotionCode,
        title,
        text,
        unit,
        distance,
      }),
    );
  return { cashier: told(cashier, 'cashier'), member: told(member, 'member') };
}
