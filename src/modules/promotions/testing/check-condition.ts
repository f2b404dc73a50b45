import { present } from '#shared/assert.ts';
import type { Basket } from '../core/basket/basket.ts';
import { newBasket, openBasket } from '../core/basket/open-basket.ts';
import type { CompiledSelector } from '../core/basket/view.ts';
import type { CompileContext } from '../core/compile/compile-context.ts';
import type { GoodsFilter, GoodsRef } from '../core/compile/goods-filter.ts';
import { newGoodsRegistry } from '../core/compile/goods-registry.ts';
import type { DistanceUnit } from '../core/decision.ts';
import type { Facts } from '../core/facts.ts';
import type { Aggregate } from '../core/history/aggregate.ts';
import { type Check, type Condition, FAR, MET } from '../core/language/condition.ts';
import type { Promotion } from '../core/language/rule.ts';
import { DEFAULT_SETTINGS } from '../core/language/settings.ts';
import { all } from '../core/selectors/all.ts';
import { aPromotion } from './builders.ts';

/** What a checked condition answered; null = met. */
export type Answer = {
  readonly code: string;
  readonly text: { readonly ru: string; readonly en: string };
  readonly distance: { readonly unit: DistanceUnit; readonly value: number } | null;
} | null;

/** What surrounds the condition; nothing special unless said. */
export type Surrounding = {
  readonly promotion?: Promotion;
  readonly aggregates?: readonly Aggregate[];
  readonly draw?: number;
  /** What the promotion selects; everything unless said. */
  readonly select?: CompiledSelector;
  /** Changes the opened receipt before the condition looks at it. */
  readonly change?: (basket: Basket) => void;
};

/** Checks one condition alone: null when it is met, otherwise why not and how far away. */
export function checkOf(
  condition: Condition,
  params: unknown,
  on: Facts | (Surrounding & { readonly facts: Facts }),
): Answer {
  const around = 'receiptId' in on ? { facts: on } : on;
  const { facts } = around;
  const { basket, answer } = answerOf(condition, params, { facts, around });
  if (answer === MET) return null;
  const distance = answer === FAR ? null : answer;
  const { code, text } = condition.why(params, { facts: basket.facts, distance });
  const unit = condition.unit(params);
  if (distance !== null && unit === null) throw new Error(`${code}: a distance without a unit`);
  return {
    code,
    text,
    distance: unit === null || distance === null ? null : { unit, value: distance },
  };
}

function answerOf(
  condition: Condition,
  params: unknown,
  { facts, around }: { readonly facts: Facts; readonly around: Surrounding },
): { readonly basket: Basket; readonly answer: Check } {
  const registry = newGoodsRegistry();
  const check = condition.compile(params, contextOf(registry.refOf, around));
  const basket = newBasket(registry.planOf([]));
  openBasket(basket, facts, { settings: DEFAULT_SETTINGS, path: '' });
  around.change?.(basket);
  return { basket, answer: check(basket.facts, basket) };
}

/** What a part of a promotion is compiled with, when it stands alone. */
export function contextOf(
  goods: (filter: GoodsFilter) => GoodsRef,
  { promotion = aPromotion(), aggregates = [], draw = 0, select }: Surrounding = {},
): CompileContext {
  let next = draw - 1;
  return {
    promotion,
    settings: DEFAULT_SETTINGS,
    goods,
    ownSelector: () => ({
      select: select ?? all.compile({}, contextOf(goods)).pick,
      sight: { takenBy: 0, lockedBy: 0 },
      dealNodes: DEFAULT_SETTINGS.dealNodes,
    }),
    searchGain: () => {
      throw new Error('nothing here searches for sets');
    },
    aggregateOf: (key) =>
      present(
        aggregates.find((one) => one.key === key),
        `query ${key}`,
      ),
    nextDraw: () => {
      next += 1;
      return next;
    },
  };
}
