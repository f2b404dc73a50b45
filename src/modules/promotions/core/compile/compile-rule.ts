import { present } from '#shared/assert.ts';
import type { CompiledSelector } from '../basket/view.ts';
import { GAIN_OF_PRICE } from '../deals/search-gain.ts';
import type { Aggregate } from '../history/aggregate.ts';
import type { AudienceKeys, Checker } from '../language/condition.ts';
import type { CompiledEffect } from '../language/effect.ts';
import { conditionOf, effectOf, selectorOf } from '../language/registry.ts';
import type { Expr, Promotion } from '../language/rule.ts';
import type { SetSpec } from '../language/set-spec.ts';
import type { Settings } from '../language/settings.ts';
import { type BoundLimits, boundLimits } from './bound-limits.ts';
import type { CompileContext } from './compile-context.ts';
import { compileExpr, type Leaf, type Node } from './compile-expr.ts';
import { compileLimits, isTold } from './compile-limits.ts';
import type { GoodsFilter, GoodsRef } from './goods-filter.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the top level of `when` and the selector ask of the facts alone, and what is left to check. */
export type Demanded = {
  readonly place: readonly Checker[];
  readonly time: readonly Checker[];
  readonly audience: readonly Checker[];
  /** Keys of which the member must have any; one list per condition. */
  readonly keys: readonly AudienceKeys[];
  /** Filters of which each must have a line with one of its names. */
  readonly goods: readonly GoodsFilter[];
  readonly edges: readonly number[];
  readonly rest: readonly Node[];
};

/** A live promotion made ready, before it is known who its neighbours are. */
export type CompiledRule = Standing & {
  readonly code: string;
  readonly promotion: Promotion;
  /** Uses of conditions in written order. */
  readonly leaves: readonly Leaf[];
  readonly demanded: Demanded;
  readonly select: CompiledSelector;
  /** What it makes sets of; null = it makes none. */
  readonly sets: SetSpec | null;
  readonly effects: readonly CompiledEffect[];
  /** Some effect gives money, points or redeemable money. */
  readonly isGiving: boolean;
  /** Nothing but deferred effects and messages. */
  readonly isDeferred: boolean;
  /** Some effect needs no targets where there are no lines. */
  readonly worksWithoutGoods: boolean;
  /** Effects read what the targets cost. */
  readonly readsPrices: boolean;
  /** Trying it again in a group that counts from its base changes nothing but for the room left. */
  readonly isSteady: boolean;
  readonly limits: BoundLimits;
  /** Some limit is reported or watched. */
  readonly tellsLimits: boolean;
  readonly funding: NonNullable<Promotion['funding']>;
};

/** What rules are compiled with. */
export type RuleCompiler = {
  readonly settings: Settings;
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  readonly goods: (filter: GoodsFilter) => GoodsRef;
  /** Keys of limits that several promotions of the rule set share. */
  readonly sharedKeys: ReadonlySet<string>;
};

/**
 * Compiles one promotion.
 * @param promotion valid (see validatePromotion); unknown codes and wrong parameters are asserted
 */
export function compileRule(promotion: Promotion, compiler: RuleCompiler): CompiledRule {
  const { settings } = compiler;
  const effects = promotion.then.map((use) => ({ use, effect: effectOf(use.effect) }));
  const half = effects.find(({ effect }) => effect.half !== null)?.effect.half ?? null;
  const standing = standingOf(promotion, half);
  const selector = selectorOf(selectorUseOf(promotion).selector);
  const select = lazily(() => selector.compile(selectorUseOf(promotion).params, context));
  const context: CompileContext = {
    promotion,
    settings,
    goods: compiler.goods,
    ownSelector: () => ({
      select: (view, into) => select().pick(view, into),
      sight: standing.sight,
      dealNodes: settings.dealNodes,
    }),
    searchGain: () => {
      const [first] = effects;
      return first?.effect.searchGain(first.use.params, context) ?? GAIN_OF_PRICE;
    },
    aggregateOf: (key) => present(compiler.aggregates.get(key), `declared query ${key}`),
    nextDraw: counter(),
  };
  const leaves: Leaf[] = [];
  const nodes = (promotion.when ?? []).map((expr) => compileExpr(expr, context, leaves));
  const kinds = new Set(effects.map(({ effect }) => effect.kind));
  const limits = compileLimits(promotion, compiler.sharedKeys);
  return {
    ...standing,
    code: promotion.code,
    promotion,
    leaves,
    demanded: demandedOf(promotion, nodes),
    select: select().pick,
    sets: select().sets,
    effects: effects.map(({ use, effect }) => effect.compile(use.params, context)),
    isGiving: kinds.has('price') || kinds.has('points') || kinds.has('redeemable'),
    isDeferred: kinds.size === 1 && kinds.has('deferred'),
    worksWithoutGoods: effects.some(({ use, effect }) => effect.worksWithoutGoods(use.params)),
    readsPrices: kinds.has('price'),
    isSteady:
      limits.every(({ isShared }) => !isShared) &&
      selector.isSteady &&
      effects.every(({ use, effect }) => effect.isSteady(use.params)),
    limits: boundLimits(limits),
    tellsLimits: limits.some(isTold),
    funding: promotion.funding ?? [{ partyCode: settings.funderCode, shareBasisPoints: 10_000 }],
  };
}

function selectorUseOf(promotion: Promotion) {
  return promotion.select ?? { selector: 'all', params: {} };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function counter(): () => number {
  let next = 0;
  return () => {
    next += 1;
    return next - 1;
  };
}

/** Sorts the top level of `when` by what answers it: the index, or a check on the receipt. */
function demandedOf(promotion: Promotion, nodes: readonly Node[]): Demanded {
  const place: Checker[] = [];
  const time: Checker[] = [];
  const audience: Checker[] = [];
  const keys: AudienceKeys[] = [];
  const goods: GoodsFilter[] = [...goodsOfSelector(promotion)];
  const edges: number[] = [];
  const rest: Node[] = [];
  (promotion.when ?? []).forEach((expr: Expr, i) => {
    const node = nodes[i];
    if (node === undefined) return;
    if (!('condition' in expr) || node.kind !== 'leaf') return void rest.push(node);
    const condition = conditionOf(expr.condition);
    switch (condition.class) {
      case 'place':
        return void place.push(node.check);
      case 'time':
        edges.push(...condition.edges(expr.params));
        return void time.push(node.check);
      case 'audience': {
        const own = condition.keys(expr.params);
        return void (own === null ? audience.push(node.check) : keys.push(own));
      }
      default:
        goods.push(...condition.goods(expr.params));
        return void rest.push(node);
    }
  });
  return { place, time, audience, keys, goods: goods.filter(isDemand), edges, rest };
}

function goodsOfSelector(promotion: Promotion): readonly GoodsFilter[] {
  const { selector, params } = selectorUseOf(promotion);
  return selectorOf(selector).goods(params);
}

/** A personal list may add names that the index does not know. */
function isDemand({ names, personalListCode }: GoodsFilter): boolean {
  return names !== null && personalListCode === null;
}
