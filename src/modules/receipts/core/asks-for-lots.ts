import type { CompiledRuleSet, Expr, Promotion } from '#modules/promotions/core/index.ts';

const known = new WeakMap<CompiledRuleSet, boolean>();

/**
 * Whether promotions take points, or ask for those that wait or will burn soon: then a member's lots are
 * read with the accounts. Worked out once for a rule set.
 */
export function asksForLots(ruleSet: CompiledRuleSet): boolean {
  const before = known.get(ruleSet);
  if (before !== undefined) return before;
  const asks = ruleSet.promotions.some((promotion) => promotion.isOn && isAsking(promotion));
  known.set(ruleSet, asks);
  return asks;
}

function isAsking({ when = [], then }: Promotion): boolean {
  return when.some(looksAtLots) || then.some(({ effect }) => effect === 'debit-points');
}

function looksAtLots(expr: Expr): boolean {
  if ('not' in expr) return looksAtLots(expr.not);
  if ('all' in expr) return expr.all.some(looksAtLots);
  if ('any' in expr) return expr.any.some(looksAtLots);
  const { condition, params } = expr;
  return condition === 'balance' && IN_LOTS.has(params['measure']);
}

const IN_LOTS: ReadonlySet<unknown> = new Set(['pending', 'expiring']);
