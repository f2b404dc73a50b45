import { divFloor } from '#shared/ratio.ts';
import { isFree, type View } from '../basket/view.ts';
import type { GoodsRef } from '../compile/goods-filter.ts';
import { matching } from '../compile/goods-matcher.ts';
import { choice, optionParam, optionsOf } from '../language/params.ts';
import { addSlice, type Selection } from './selection.ts';

const ORDERS = optionsOf(
  optionParam('as-scanned', { ru: 'как пробито', en: 'as scanned' }),
  optionParam('cheapest-first', { ru: 'сначала дешёвые', en: 'cheapest first' }),
  optionParam('dearest-first', { ru: 'сначала дорогие', en: 'dearest first' }),
);

/** How units stand when they are counted off. */
export type Order = (typeof ORDERS)[number]['const'];

/** The values of a field that says how units stand, with its name. */
export const ORDER_OPTIONS = ORDERS;
export const ORDER_CHOICE = choice({ ru: 'Порядок', en: 'Order' });

/**
 * Which units of a line-up are picked: how many of the first `n` of `total` are targets, and how many
 * companions. A unit is never both.
 */
export type Pattern = {
  readonly targets: (n: number, total: number) => number;
  readonly companions: (n: number, total: number) => number;
};

/** Free slices of the goods in the wanted order, and how many units they have in all. */
export type LineUp = { readonly slices: readonly number[]; readonly total: number };

/** Lines up the free units of the goods; units of a slice stand together, equal prices as scanned. */
export function lineUp(goods: GoodsRef, view: View, order: Order): LineUp {
  const { basket, prices } = view;
  const { first, units } = basket.slices;
  const lines = matching(goods, basket);
  const slices: number[] = [];
  let total = 0;
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.places[i] ?? 0;
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (!isFree(view, slice)) continue;
      slices.push(slice);
      total += units[slice] ?? 0;
    }
  }
  if (order !== 'as-scanned') {
    const sign = order === 'cheapest-first' ? 1 : -1;
    const priceOf = (slice: number) => divFloor(prices[slice] ?? 0, units[slice] ?? 1);
    slices.sort((a, b) => sign * (priceOf(a) - priceOf(b)) || a - b);
  }
  return { slices, total };
}

/** What a pattern picks of each slice. */
export type Picks = Map<number, { readonly targets: number; readonly companions: number }>;

/** Counts off a line-up by a pattern; adds to the picks, slice by slice. */
export function countOff({ slices, total }: LineUp, pattern: Pattern, on: OnSlices): void {
  let before = 0;
  for (const slice of slices) {
    const after = before + (on.units[slice] ?? 0);
    const targets = pattern.targets(after, total) - pattern.targets(before, total);
    const companions = pattern.companions(after, total) - pattern.companions(before, total);
    if (targets + companions > 0) on.picks.set(slice, { targets, companions });
    before = after;
  }
}

type OnSlices = { readonly units: Int32Array; readonly picks: Picks };

/** Writes picks down in unit order. */
export function addPicks(picks: Picks, into: Selection): void {
  for (const slice of [...picks.keys()].sort((a, b) => a - b)) {
    const units = picks.get(slice);
    if (units !== undefined) addSlice(into, slice, units);
  }
}

/** Selects by counting off one line-up. */
export function pickByPattern(
  lined: LineUp,
  view: View,
  { pattern, into }: { readonly pattern: Pattern; readonly into: Selection },
): void {
  const picks: Picks = new Map();
  countOff(lined, pattern, { units: view.basket.slices.units, picks });
  addPicks(picks, into);
}

/** Targets of a pattern that needs no companions. */
export const nobody = () => 0;

/** The first so many units. */
export function firstUnits(count: number): Pattern {
  return { targets: (n) => Math.min(n, count), companions: nobody };
}

/** Every unit number N; the N − 1 before each are needed too. */
export function everyNth(number: number): Pattern {
  const targets = (n: number) => Math.floor(n / number);
  return {
    targets,
    companions: (n, total) => Math.min(n, Math.floor(total / number) * number) - targets(n),
  };
}
