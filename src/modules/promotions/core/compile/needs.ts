import type { Need } from '../facts.ts';
import { conditionOf, effectOf, selectorOf } from '../language/registry.ts';
import type { Expr, Promotion } from '../language/rule.ts';

/** Everything that promotions look at: what their conditions and effects name, and their limits. */
export function needsOf(promotions: readonly Promotion[]): ReadonlySet<Need> {
  const needs = new Set<Need>();
  for (const promotion of promotions) {
    for (const need of (promotion.when ?? []).flatMap(needsOfExpr)) needs.add(need);
    for (const need of needsOfSelector(promotion)) needs.add(need);
    for (const { effect, params } of promotion.then) {
      for (const need of effectOf(effect).needs(params)) needs.add(need);
    }
    for (const { code, key, period, subject } of promotion.limits ?? []) {
      if (period === 'receipt' || subject === 'line') continue;
      needs.add(`limit:${key ?? `${promotion.code}/${code}`}`);
    }
  }
  return needs;
}

/** Personal lists that a selector's goods are looked up in. */
function needsOfSelector({ select }: Promotion): readonly Need[] {
  if (select === undefined) return [];
  const filters = selectorOf(select.selector).goods(select.params);
  const lists = filters.flatMap(({ personalListCode }): Need[] =>
    personalListCode === null ? [] : [`personal-list:${personalListCode}`],
  );
  return ['lines', ...lists];
}

function needsOfExpr(expr: Expr): readonly Need[] {
  if ('condition' in expr) return conditionOf(expr.condition).needs(expr.params);
  if ('not' in expr) return needsOfExpr(expr.not);
  return ('all' in expr ? expr.all : expr.any).flatMap(needsOfExpr);
}
