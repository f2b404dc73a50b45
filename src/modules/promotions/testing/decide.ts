import type { Deck } from '../core/compile/deck.ts';
import { compileRuleSet, deckOf, type Programme } from '../core/compile/rule-set.ts';
import type { Decision } from '../core/decision.ts';
import { evaluate } from '../core/evaluate.ts';
import type { Facts } from '../core/facts.ts';
import type { Promotion } from '../core/language/rule.ts';
import { aReceipt } from './builders.ts';

/** Evaluates with the verdicts on all live promotions. */
export function decide(
  promotions: readonly Promotion[],
  facts: Facts,
  programme: Programme = {},
): Decision {
  return evaluate(compileRuleSet(1, promotions, programme), facts, { explain: true });
}

/** The live promotions of a rule set for a receipt. */
export function aDeck(promotions: readonly Promotion[], programme: Programme = {}): Deck {
  return deckOf(compileRuleSet(1, promotions, programme), aReceipt());
}

/** Kopecks off by promotion, over all lines. */
export function discountsOf({ lines }: Decision): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { promotionCode, kopecks } of lines.flatMap(({ discounts }) => discounts)) {
    sums[promotionCode] = (sums[promotionCode] ?? 0) + kopecks;
  }
  return sums;
}

/** Points of every accrual by promotion, in order; what was taken is negative. */
export function pointsOf({ accruals }: Decision): (readonly [code: string, points: number])[] {
  return accruals.map(({ promotionCode, points }) => [promotionCode, points]);
}
