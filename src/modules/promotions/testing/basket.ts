import type { Basket } from '../core/basket/basket.ts';
import { newBasket, openBasket } from '../core/basket/open-basket.ts';
import { newGoodsRegistry } from '../core/compile/goods-registry.ts';
import type { Facts } from '../core/facts.ts';
import { DEFAULT_SETTINGS } from '../core/language/settings.ts';

/** A receipt as it is when its decision begins. */
export function aBasket(facts: Facts, path = ''): Basket {
  const basket = newBasket(newGoodsRegistry().planOf([]));
  openBasket(basket, facts, { settings: DEFAULT_SETTINGS, path });
  return basket;
}
