import {
  type CompiledRuleSet,
  type Decision,
  type Explained,
  explainVerdicts,
  type Facts,
} from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import type { Verdict } from '../contract.ts';

/** The verdicts of a decision in the words of the till's API. */
export function traceOf(
  ruleSet: CompiledRuleSet,
  facts: Facts,
  decision: Decision,
): readonly Verdict[] {
  const explaining = { ruleSet, facts, audience: 'cashier' as const };
  return explainVerdicts(decision.verdicts, explaining).map(verdictOf);
}

function verdictOf(explained: Explained): Verdict {
  const { promotionCode, title, verdict, reason, distance, by } = explained;
  return {
    promotionCode,
    title,
    verdict,
    discountKopecks: kopecks(explained.discountKopecks),
    points: explained.points.reduce((sum, [, points]) => sum + Math.max(0, points), 0),
    reason: reason === null ? null : { ...reason, distance },
    by,
  };
}
