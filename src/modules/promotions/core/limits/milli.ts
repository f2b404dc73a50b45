import { milliAt } from '../give/give-money.ts';
import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { keepFitting } from '../play/limit-walk.ts';

/** How much of the goods, in thousandths, a promotion works on; a unit is kept whole or not at all. */
export const milli: LimitUnitEntry = {
  code: 'milli',
  title: { ru: 'количество товара', en: 'quantity of goods' },
  bounds: 'selection',
  cut: (limit, book, trial) => {
    const { slices } = trial.basket;
    const { slice } = trial.selection;
    return keepFitting({ limit, book, trial }, (place) => {
      const at = slice[place] ?? 0;
      return (slices.milli[at] ?? 0) / (slices.units[at] ?? 1);
    });
  },
  amount: (trial) => {
    let total = 0;
    for (let place = 0; place < trial.selection.count; place += 1) total += milliAt(trial, place);
    return total;
  },
  amountAt: milliAt,
};
