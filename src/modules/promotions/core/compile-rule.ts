import type { CompiledCondition } from './condition.ts';
import type { CompiledEffect, Effect } from './effect.ts';
import { compileAll, compileExpr, needsOf } from './expr.ts';
import type { Need } from './facts.ts';
import type { GoodsNames } from './goods.ts';
import { conditionOf, effectOf, selectorOf } from './registry.ts';
import type { Expr, Promotion } from './rule.ts';
import type { CompiledSelector } from './selector.ts';

/** A live promotion turned into closures. */
export type CompiledRule = {
  readonly promotion: Promotion;
  readonly code: string;
  readonly priority: number;
  readonly isExclusive: boolean;
  readonly kopecksMax: number | null;
  readonly pointsMax: number | null;
  /** All conditions in the order in which they were written; null means met. */
  readonly check: CompiledCondition;
  /** Only those that the index does not answer. */
  readonly checkRest: CompiledCondition;
  /** Those that look at the place alone, or at the time alone: the index remembers their answers. */
  readonly checkPlace: CompiledCondition;
  readonly checkTime: CompiledCondition;
  /** Goods of which one must be in the basket; null = any basket will do. */
  readonly goods: GoodsNames | null;
  readonly needsMember: boolean;
  readonly select: CompiledSelector;
  readonly effects: readonly CompiledEffect[];
  /** Whether its group waits for the phase's other groups. */
  readonly isLate: boolean;
};

/**
 * Compiles one promotion.
 * @param promotion valid (see validatePromotion); unknown codes and wrong parameters are asserted
 */
export function compileRule(promotion: Promotion): CompiledRule {
  const compile = (expr: Expr) => compileExpr(expr, promotion.code);
  const { place, time, rest } = byFacet(promotion.when);
  const effects = promotion.then.map((use) => effectOf(use.effect));
  return {
    promotion,
    code: promotion.code,
    priority: promotion.stacking.priority,
    isExclusive: promotion.stacking.isExclusive ?? false,
    kopecksMax: promotion.limits?.receiptKopecksMax ?? null,
    pointsMax: promotion.limits?.receiptPointsMax ?? null,
    check: compileAll(promotion.when.map(compile)),
    checkRest: compileAll(rest.map(compile)),
    checkPlace: compileAll(place.map(compile)),
    checkTime: compileAll(time.map(compile)),
    goods: goodsOf(promotion),
    needsMember: effects.some((effect) => effect.needsMember),
    select: compileSelect(promotion),
    effects: promotion.then.map((use) => effectOf(use.effect).compile(use.params)),
    isLate: effects.some((effect: Effect) => effect.isLate),
  };
}

type Facets = { readonly place: Expr[]; readonly time: Expr[]; readonly rest: Expr[] };

function byFacet(when: readonly Expr[]): Facets {
  const facets: Facets = { place: [], time: [], rest: [] };
  for (const expr of when) {
    const needs = needsOf(expr);
    if (onlyNeeds(needs, 'place')) facets.place.push(expr);
    else if (onlyNeeds(needs, 'time')) facets.time.push(expr);
    else facets.rest.push(expr);
  }
  return facets;
}

function onlyNeeds(needs: readonly Need[], one: Need): boolean {
  return needs.length > 0 && needs.every((need) => need === one);
}

// One demand is enough to skip a rule: the selector's, or else the first condition's that has one.
function goodsOf({ select, when }: Promotion): GoodsNames | null {
  const selected = select === undefined ? null : selectorOf(select.selector).goods(select.params);
  if (selected !== null) return selected;
  for (const expr of when) {
    if (!('condition' in expr)) continue;
    const names = conditionOf(expr.condition).goods(expr.params);
    if (names !== null) return names;
  }
  return null;
}

function compileSelect({ select }: Promotion): CompiledSelector {
  const use = select ?? { selector: 'all', params: {} };
  return selectorOf(use.selector).compile(use.params);
}
