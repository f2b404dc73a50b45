import { divFloor } from '#shared/ratio.ts';
import { type Basket, type Selection, unitsOf } from './basket.ts';
import type { BasketLine } from './facts.ts';
import type { GoodsMatch } from './goods.ts';

/** How lines stand when units are counted off. */
export type LineOrder = 'as-scanned' | 'cheapest-first' | 'dearest-first';

/** Selects whole lines by a test; null when none passes. */
export function wholeLines(
  basket: Basket,
  isIn: (line: BasketLine, place: number) => boolean,
): Selection {
  let selection: number[] | null = null;
  basket.lines.forEach((line, i) => {
    if (!isIn(line, i)) return;
    selection ??= basket.lines.map(() => 0);
    selection[i] = line.quantityMilli;
  });
  return selection;
}

/**
 * Places of the matching lines in the wanted order. Prices are those of one unit now, rounded down;
 * equal prices stand as scanned.
 */
export function lineUp(basket: Basket, isMatch: GoodsMatch, order: LineOrder): number[] {
  const places: number[] = [];
  basket.lines.forEach((line, i) => {
    if (isMatch(line)) places.push(i);
  });
  if (order === 'as-scanned') return places;
  const sign = order === 'cheapest-first' ? 1 : -1;
  return places.sort((a, b) => sign * (unitPrice(basket, a) - unitPrice(basket, b)) || a - b);
}

/**
 * Walks the places and takes some units of each line.
 * @param take given the units of a line, says how many of them are taken, 0 … units
 */
export function takeUnits(
  basket: Basket,
  places: readonly number[],
  take: (units: number) => number,
): Selection {
  let selection: number[] | null = null;
  for (const place of places) {
    const quantity = basket.quantityMilli[place] ?? 0;
    const units = unitsOf(quantity);
    const taken = take(units);
    if (taken === 0) continue;
    selection ??= basket.lines.map(() => 0);
    selection[place] = taken === units ? quantity : taken * 1000;
  }
  return selection;
}

function unitPrice(basket: Basket, place: number): number {
  const units = unitsOf(basket.quantityMilli[place] ?? 0);
  return divFloor(basket.discountedKopecks[place] ?? 0, units);
}
