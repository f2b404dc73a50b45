import type { Basket } from '../basket/basket.ts';
import type { Selection } from '../select/selection.ts';

/** A unit that a set may take: its slice, its price now, and how much of it there is. */
export type SearchUnit = {
  readonly slice: number;
  readonly priceKopecks: number;
  readonly milli: number;
};

/** What a search for sets counts: the gain of each target, and the price that a whole set has. */
export type SearchGain = {
  /** Kopecks ≥ 0. */
  readonly ofUnit: (basket: Basket, unit: SearchUnit) => number;
  /** Kopecks taken off the gain of each set; 0 for all effects but a price per set. */
  readonly setPrice: (basket: Basket, selection: Selection | null) => number;
};

/** Effects that no search knows better count a unit by its price. */
export const GAIN_OF_PRICE: SearchGain = {
  ofUnit: (_basket, unit) => unit.priceKopecks,
  setPrice: () => 0,
};
