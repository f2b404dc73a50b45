import { divFloor } from '#shared/ratio.ts';
import type { Basket } from '../basket/basket.ts';
import { isFree, type View } from '../basket/view.ts';
import { matching } from '../compile/goods-matcher.ts';
import type { SetComponent, SetWish } from '../language/set-spec.ts';

/** One component of one variable: so many units of each set, from these slices. */
export type Demand = {
  readonly component: number;
  readonly variable: number;
  readonly count: number;
  readonly isTarget: boolean;
  /** What a unit brings, by place of the slice; −1 = it does not match or is not free. */
  readonly gains: Float64Array;
  /** Its groups: slices of one SKU where sets must be of different goods, else all of them. */
  readonly groups: readonly number[];
  /** Group by place of the slice; −1 = none. */
  readonly groupAt: Int32Array;
};

/** Slices of one demand that are bounded together. */
export type DemandGroup = {
  readonly demand: number;
  readonly places: readonly number[];
  /** At most as many units as there are sets. */
  readonly isCapped: boolean;
};

/**
 * How many sets of a promotion are made; where the goods of a set must be the same, there is one for each
 * SKU.
 */
export type Variable = {
  readonly promotion: number;
  readonly priceKopecks: number;
  /** At most so many, by its own bound and by the goods there are. */
  readonly max: number;
  readonly demands: readonly number[];
};

/** A search for sets, as numbers. */
export type DealModel = {
  /** Places of the basket's slices, ascending, and how many units are free in each. */
  readonly slices: readonly number[];
  readonly capacity: Int32Array;
  readonly variables: readonly Variable[];
  readonly demands: readonly Demand[];
  readonly groups: readonly DemandGroup[];
  /** Bound on the sets of each promotion. */
  readonly setsMax: readonly number[];
  readonly hasCaps: boolean;
};

/** What is collected while a model is made. */
type Draft = {
  readonly view: View;
  readonly slices: readonly number[];
  readonly capacity: Int32Array;
  readonly variables: Variable[];
  readonly demands: Demand[];
  readonly groups: DemandGroup[];
};

/** Puts a search into numbers. */
export function dealModel(view: View, wishes: readonly SetWish[]): DealModel {
  const slices = slicesOf(view, wishes);
  const { units } = view.basket.slices;
  const capacity = Int32Array.from(slices, (slice) => units[slice] ?? 0);
  const draft: Draft = { view, slices, capacity, variables: [], demands: [], groups: [] };
  wishes.forEach((wish, promotion) => addWish(draft, wish, promotion));
  return {
    slices,
    capacity,
    variables: draft.variables,
    demands: draft.demands,
    groups: draft.groups,
    setsMax: wishes.map(({ setsMax }) => setsMax),
    hasCaps: draft.groups.some(({ isCapped }) => isCapped),
  };
}

/** Free slices that any component could use. */
function slicesOf(view: View, wishes: readonly SetWish[]): readonly number[] {
  const found = new Set<number>();
  for (const wish of wishes) {
    for (const component of wish.spec.components) {
      for (const slice of freeSlices(view, wish, component)) found.add(slice);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function freeSlices(view: View, { sight }: SetWish, { goods }: SetComponent): readonly number[] {
  const { basket, ...rest } = view;
  const own = { ...rest, basket, sight };
  const { first } = basket.slices;
  const lines = matching(goods, basket);
  const free: number[] = [];
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.places[i] ?? 0;
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (isFree(own, slice)) free.push(slice);
    }
  }
  return free;
}

function addWish(draft: Draft, wish: SetWish, promotion: number): void {
  const { spec } = wish;
  const isCheapest = spec.prefer === 'cheapest';
  const gains = spec.components.map((component) => gainsOf(draft, wish, { component, isCheapest }));
  const priceKopecks = isCheapest ? 0 : spec.gain.setPrice(draft.view.basket, null);
  if (spec.mix !== 'same') {
    addVariable(draft, wish, { promotion, priceKopecks, gains });
    return;
  }
  for (const places of bySku(draft, gains[0] ?? new Float64Array(0))) {
    const own = new Float64Array(draft.slices.length).fill(-1);
    for (const place of places) own[place] = gains[0]?.[place] ?? -1;
    addVariable(draft, wish, { promotion, priceKopecks, gains: [own] });
  }
}

type Gaining = { readonly component: SetComponent; readonly isCheapest: boolean };

function gainsOf(draft: Draft, wish: SetWish, { component, isCheapest }: Gaining): Float64Array {
  const { view, slices } = draft;
  const { milli, units } = view.basket.slices;
  const free = new Set(freeSlices(view, wish, component));
  return Float64Array.from(slices, (slice) => {
    if (!free.has(slice)) return -1;
    const priceKopecks = divFloor(view.prices[slice] ?? 0, units[slice] ?? 1);
    if (isCheapest) return Math.max(1, CHEAP - priceKopecks);
    if (!component.isTarget) return 0;
    const each = (milli[slice] ?? 0) / (units[slice] ?? 1);
    return wish.spec.gain.ofUnit(view.basket, { slice, priceKopecks, milli: each });
  });
}

// Above every price of a unit that anybody pays, so that one more unit is always better.
const CHEAP = 10_000_000_000;

type Adding = {
  readonly promotion: number;
  readonly priceKopecks: number;
  readonly gains: readonly Float64Array[];
};

function addVariable(draft: Draft, wish: SetWish, adding: Adding): void {
  const { spec, setsMax } = wish;
  const { promotion, priceKopecks, gains } = adding;
  const variable = draft.variables.length;
  const own: number[] = [];
  let max = setsMax;
  spec.components.forEach((component, c) => {
    const { count, isTarget } = component;
    const demand = draft.demands.length;
    const list = gains[c] ?? new Float64Array(0);
    const groups = groupsOf(draft, list, spec.mix === 'different').map((places) => {
      draft.groups.push({ demand, places, isCapped: spec.mix === 'different' });
      return { group: draft.groups.length - 1, places };
    });
    const groupAt = new Int32Array(draft.slices.length).fill(-1);
    for (const { group, places } of groups) for (const place of places) groupAt[place] = group;
    const numbers = groups.map(({ group }) => group);
    draft.demands.push({
      component: c,
      variable,
      count,
      isTarget,
      gains: list,
      groups: numbers,
      groupAt,
    });
    own.push(demand);
    max = Math.min(max, Math.floor(unitsIn(draft, list) / count));
  });
  draft.variables.push({ promotion, priceKopecks, max, demands: own });
}

function unitsIn({ capacity }: Draft, gains: Float64Array): number {
  return capacity.reduce((sum, units, place) => sum + ((gains[place] ?? -1) < 0 ? 0 : units), 0);
}

function groupsOf(draft: Draft, gains: Float64Array, isBySku: boolean): readonly number[][] {
  if (isBySku) return bySku(draft, gains);
  const places = draft.slices.flatMap((_, place) => ((gains[place] ?? -1) < 0 ? [] : [place]));
  return places.length === 0 ? [] : [places];
}

/** Places of the slices that may be used, together by SKU. */
function bySku({ view, slices }: Draft, gains: Float64Array): number[][] {
  const { basket } = view;
  const places = slices.flatMap((_, place) => ((gains[place] ?? -1) < 0 ? [] : [place]));
  return [...Map.groupBy(places, (place) => skuAt(basket, slices[place] ?? 0)).values()];
}

function skuAt({ slices, lines }: Basket, slice: number): string {
  return lines[slices.line[slice] ?? 0]?.sku ?? '';
}
