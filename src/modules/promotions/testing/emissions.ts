import { newBasket, openBasket } from '../core/basket/open-basket.ts';
import { SETS_UNBOUNDED, type View } from '../core/basket/view.ts';
import { newGoodsRegistry } from '../core/compile/goods-registry.ts';
import type { Facts } from '../core/facts.ts';
import type { Emission } from '../core/give/emission.ts';
import type { Effect } from '../core/language/effect.ts';
import { selectorOf } from '../core/language/registry.ts';
import type { Promotion } from '../core/language/rule.ts';
import { DEFAULT_SETTINGS } from '../core/language/settings.ts';
import { newTrial, startTrial } from '../core/play/trial.ts';
import { aPromotion, aReceipt } from './builders.ts';
import { contextOf } from './check-condition.ts';

/** What a deferred effect works on; the usual receipt, selected whole, unless said. */
export type EmissionWish = {
  readonly facts?: Facts;
  readonly promotion?: Promotion;
  readonly path?: string;
  readonly effectNo?: number;
};

/** What one deferred effect asks for, as effect of a promotion that selects what it says. */
export function emissionsOf(
  effect: Effect,
  params: unknown,
  wish: EmissionWish = {},
): readonly Emission[] {
  const { facts = aReceipt(), promotion = aPromotion(), path = '', effectNo = 0 } = wish;
  const registry = newGoodsRegistry();
  const context = contextOf(registry.refOf, { promotion });
  const { selector, params: selected } = promotion.select ?? { selector: 'all', params: {} };
  const { pick } = selectorOf(selector).compile(selected, context);
  const apply = effect.compile(params, context);
  const basket = newBasket(registry.planOf([]));
  openBasket(basket, facts, { settings: DEFAULT_SETTINGS, path });
  const trial = newTrial(basket, promotion, DEFAULT_SETTINGS);
  startTrial(trial, promotion, true);
  const view: View = {
    basket,
    prices: basket.slices.price,
    sight: { takenBy: 0, lockedBy: 0 },
    setsMax: SETS_UNBOUNDED,
    search: null,
    dealNodes: DEFAULT_SETTINGS.dealNodes,
  };
  pick(view, trial.selection);
  trial.effectNo = effectNo;
  apply(trial);
  return [...trial.emissions];
}

/** The records of those emissions, as they stand in a decision. */
export function recordsOf(
  effect: Effect,
  params: unknown,
  wish: EmissionWish = {},
): readonly unknown[] {
  return emissionsOf(effect, params, wish).map((emission) => emission.record ?? emission.message);
}
