import { amountNear } from '../basket/unit-amounts.ts';
import type { SearchGain } from '../deals/search-gain.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { valueAt } from '../play/value-at.ts';
import { milliAt, takeOff } from './give-money.ts';

/** Brings the targets at a place down to a price per whole unit; a higher price changes nothing. */
export function bringDown(trial: Trial, place: number, price: CompiledValue): number {
  const wanted = amountNear(valueAt(price, trial, place), milliAt(trial, place));
  const before = trial.off[place] ?? 0;
  takeOff(trial, place, Math.max(0, (trial.amounts[place] ?? 0) - wanted));
  return (trial.off[place] ?? 0) - before;
}

/** What a unit gains by a new price, in a search for sets. */
export function gainOfNewPrice(price: CompiledValue): SearchGain {
  return {
    ofUnit: (basket, { slice, priceKopecks, milli }) => {
      const line = price.isPerLine ? (basket.slices.line[slice] ?? 0) : -1;
      const each = Math.max(0, price.at(basket, null, line));
      return Math.max(0, priceKopecks - amountNear(each, milli));
    },
    setPrice: () => 0,
  };
}
