import type { Basket } from '../core/basket/basket.ts';
import { newBasket, openBasket } from '../core/basket/open-basket.ts';
import { SETS_UNBOUNDED, type Sight, type View } from '../core/basket/view.ts';
import type { CompileContext } from '../core/compile/compile-context.ts';
import { newGoodsRegistry } from '../core/compile/goods-registry.ts';
import { type DealModel, dealModel } from '../core/deals/deal-model.ts';
import { type Deal, searchDeal } from '../core/deals/search-deal.ts';
import { GAIN_OF_PRICE, type SearchGain } from '../core/deals/search-gain.ts';
import type { Facts } from '../core/facts.ts';
import type { Emission } from '../core/give/emission.ts';
import type { Effect } from '../core/language/effect.ts';
import type { Lifetime } from '../core/language/lifetime.ts';
import type { Selector } from '../core/language/selector.ts';
import type { SetWish } from '../core/language/set-spec.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/language/settings.ts';
import { newTrial, reserveTrial, startTrial, type Term, type Trial } from '../core/play/trial.ts';
import { readPrices } from '../core/play/try-rule.ts';
import { all } from '../core/selectors/all.ts';
import { sets } from '../core/selectors/sets.ts';
import { aPromotion, aReceipt, type LineWish } from './builders.ts';
import { contextOf } from './check-condition.ts';

/** What is tried where: a receipt of the lines, selected whole, counted from the base, unless said. */
export type TryWish = {
  readonly lines?: readonly LineWish[];
  /** The receipt, when lines do not say enough. */
  readonly facts?: Facts;
  readonly settings?: Partial<Settings>;
  readonly select?: readonly [selector: Selector, params: unknown];
  /** Changes the opened basket before anything is selected. */
  readonly change?: (basket: Basket) => void;
  readonly usesBase?: boolean;
  readonly sight?: Sight;
  readonly setsMax?: number;
  readonly gain?: SearchGain;
};

const OPEN: Sight = { takenBy: 0, lockedBy: 0 };

/** What a selector picked: units by slice. */
export type Picked = {
  readonly targets: readonly number[];
  readonly companions: readonly number[];
  readonly sets: number;
};

/** What an effect gave: kopecks and points by slice, nothing that is 0 for all. */
export type Given = {
  readonly discount: number;
  readonly off: readonly number[];
  /** How much of it makes an initial price. */
  readonly initialOff: readonly number[];
  readonly floors: readonly number[];
  readonly points: readonly {
    readonly currencyCode: string;
    readonly points: number;
    readonly bySlice: readonly number[];
    readonly lifetime: Lifetime;
  }[];
  readonly redeemable: readonly {
    readonly currencyCode: string;
    readonly bySlice: readonly number[];
  }[];
  readonly terms: readonly Term[];
  readonly emissions: readonly Emission[];
};

/** What a selector picks of a receipt. */
export function pickOf(selector: Selector, params: unknown, wish: TryWish = {}): Picked {
  const { selection, basket } = trialOf({ ...wish, select: [selector, params] });
  const { sets: made } = selection;
  return {
    targets: bySlice(basket, selection, selection.targets),
    companions: bySlice(basket, selection, selection.companions),
    sets: made,
  };
}

/** What an effect gives on a receipt. */
export function givenBy(effect: Effect, params: unknown, wish: TryWish = {}): Given {
  return givenByAll([[effect, params]], wish);
}

/** What several effects of one promotion give together. */
export function givenByAll(
  effects: readonly (readonly [effect: Effect, params: unknown])[],
  wish: TryWish = {},
): Given {
  const { trial, ready } = opened(wish, (ready) =>
    effects.map(([effect, params]) => effect.compile(params, ready)),
  );
  ready.forEach((apply, effectNo) => {
    trial.effectNo = effectNo;
    apply(trial);
  });
  return givenIn(trial);
}

/** What has been given in a trial by now. */
export function givenIn(trial: Trial): Given {
  const { basket, selection } = trial;
  const spread = (amounts: ArrayLike<number>) => bySlice(basket, selection, amounts);
  return {
    discount: trial.discount,
    off: spread(trial.off),
    initialOff: trial.hasInitial ? spread(trial.initialOff) : [],
    floors: trial.hasFloors ? spread(trial.floors) : [],
    points: trial.grants.slice(0, trial.grantCount).map((grant) => ({
      currencyCode: grant.currencyCode,
      points: grant.points,
      bySlice: spread(grant.parts),
      lifetime: grant.lifetime,
    })),
    redeemable: trial.allowances.slice(0, trial.allowanceCount).map((allowance) => ({
      currencyCode: allowance.currencyCode,
      bySlice: spread(allowance.kopecks),
    })),
    terms: [...trial.terms],
    emissions: [...trial.emissions],
  };
}

/** A try that has selected its goods and read their prices; nothing has been given yet. */
export function trialOf(wish: TryWish = {}): Trial {
  return opened(wish, () => null).trial;
}

/** A receipt as one promotion sees it; what is compiled in the context may be used on it. */
export function viewOf<Ready>(
  wish: TryWish,
  prepare: (context: CompileContext) => Ready,
): { readonly view: View; readonly ready: Ready } {
  const settings = { ...DEFAULT_SETTINGS, ...wish.settings };
  const registry = newGoodsRegistry();
  const ready = prepare({
    ...contextOf(registry.refOf),
    settings,
    searchGain: () => wish.gain ?? GAIN_OF_PRICE,
  });
  const basket = newBasket(registry.planOf([]));
  const { lines = [{}] } = wish;
  openBasket(basket, wish.facts ?? aReceipt({ lines }), { settings, path: '' });
  wish.change?.(basket);
  const { base, price } = basket.slices;
  const view: View = {
    basket,
    prices: wish.usesBase === false ? price : base,
    sight: wish.sight ?? OPEN,
    setsMax: wish.setsMax ?? SETS_UNBOUNDED,
    search: null,
    dealNodes: settings.dealNodes,
  };
  return { view, ready };
}

/** One promotion that takes part in a search: params of its `sets`, and the gain of its first effect. */
export type WishOfSets = {
  readonly params: unknown;
  readonly gain?: readonly [effect: Effect, params: unknown];
};

/** The best plan of sets for promotions that compete, or for one alone. */
export function searchOf(promotions: readonly WishOfSets[], wish: TryWish = {}): Deal {
  const { view, wishes } = wishesOf(promotions, wish);
  return searchDeal(view, wishes);
}

/** The same search as numbers. */
export function modelOf(promotions: readonly WishOfSets[], wish: TryWish = {}): DealModel {
  const { view, wishes } = wishesOf(promotions, wish);
  return dealModel(view, wishes);
}

function wishesOf(
  promotions: readonly WishOfSets[],
  wish: TryWish,
): { readonly view: View; readonly wishes: readonly SetWish[] } {
  const { sight = OPEN } = wish;
  const { view, ready } = viewOf(wish, (context) =>
    promotions.flatMap(({ params, gain }): SetWish[] => {
      const own = gain?.[0].searchGain(gain[1], context) ?? GAIN_OF_PRICE;
      const { sets: spec } = sets.compile(params, { ...context, searchGain: () => own });
      return spec === null ? [] : [{ spec, sight, setsMax: spec.maxSets }];
    }),
  );
  return { view, wishes: ready };
}

/** Params of `sets`: SKUs and counts by component. */
export function setsOf(...components: readonly (readonly [skus: string, count?: number])[]): {
  readonly components: readonly object[];
} {
  return {
    components: components.map(([skus, count = 1]) => ({
      filter: { skus: skus.split(' ') },
      count,
    })),
  };
}

function opened<Ready>(
  wish: TryWish,
  prepare: (context: CompileContext) => Ready,
): { readonly trial: Trial; readonly ready: Ready } {
  const [selector, params] = wish.select ?? [all, {}];
  const { view, ready } = viewOf(wish, (context) => ({
    pick: selector.compile(params, context).pick,
    own: prepare(context),
  }));
  const promotion = aPromotion();
  const trial = newTrial(view.basket, promotion, { ...DEFAULT_SETTINGS, ...wish.settings });
  startTrial(trial, promotion, wish.usesBase ?? true);
  ready.pick(view, trial.selection);
  trial.search = view.search;
  reserveTrial(trial, trial.selection.count);
  readPrices(trial);
  return { trial, ready: ready.own };
}

function bySlice(
  { slices }: Basket,
  { count, slice }: { readonly count: number; readonly slice: Int32Array },
  amounts: ArrayLike<number>,
): readonly number[] {
  const spread = Array.from({ length: slices.count }, () => 0);
  for (let place = 0; place < count; place += 1) spread[slice[place] ?? 0] = amounts[place] ?? 0;
  return spread;
}
