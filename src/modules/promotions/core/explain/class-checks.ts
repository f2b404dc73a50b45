import { broken } from '#shared/assert.ts';
import type { Basket } from '../basket/basket.ts';
import { newBasket, openBasket } from '../basket/open-basket.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { Deck } from '../compile/deck.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import type { Facts } from '../facts.ts';
import { type Checker, type Condition, type ConditionClass, MET } from '../language/condition.ts';
import { conditionOf } from '../language/registry.ts';
import type { Settings } from '../language/settings.ts';
import type { Finding } from './explained.ts';

/** Classes that look at the facts alone. */
export type FactClass = Extract<ConditionClass, 'place' | 'time' | 'audience'>;

type Use = {
  readonly condition: Condition;
  readonly params: unknown;
  readonly check: Checker;
};

const usesByRule = new WeakMap<Rule, readonly Use[]>();

/** A receipt that conditions of these classes are given and do not look at. */
export function emptyBasket(deck: Deck, facts: Facts): Basket {
  const basket = newBasket(deck.goods);
  openBasket(basket, facts, { settings: deck.settings, path: '' });
  return basket;
}

/** Why the first condition of a class at the top of a promotion fails, and by how much; null when none does. */
export function whyOfClass(
  rule: Rule,
  of: FactClass,
  { basket, settings }: { readonly basket: Basket; readonly settings: Settings },
): Pick<Finding, 'reason' | 'distance'> | null {
  const { facts } = basket;
  for (const { condition, params, check } of usesOf(rule, settings)) {
    if (condition.class !== of) continue;
    const answer = check(facts, basket);
    if (answer === MET) continue;
    const unit = condition.unit(params);
    const reason = condition.why(params, { facts, distance: answer > 0 ? answer : null });
    const isMeasured = answer > 0 && unit !== null;
    return { reason, distance: isMeasured ? { unit, value: answer } : null };
  }
  return null;
}

/** Conditions at the top of a promotion that look at the facts alone; compiled when first asked for. */
function usesOf(rule: Rule, settings: Settings): readonly Use[] {
  const known = usesByRule.get(rule);
  if (known !== undefined) return known;
  const context = contextOf(rule, settings);
  const uses = (rule.promotion.when ?? []).flatMap((expr): readonly Use[] => {
    if (!('condition' in expr)) return [];
    const condition = conditionOf(expr.condition);
    if (condition.class === 'state' || condition.class === 'goods') return [];
    const check = condition.compile(expr.params, context);
    return [{ condition, params: expr.params, check }];
  });
  usesByRule.set(rule, uses);
  return uses;
}

function contextOf({ promotion }: Rule, settings: Settings): CompileContext {
  const unasked = () => broken('a condition of the facts alone asks for the receipt');
  return {
    promotion,
    settings,
    goods: unasked,
    ownSelector: unasked,
    searchGain: unasked,
    aggregateOf: unasked,
    nextDraw: unasked,
  };
}
