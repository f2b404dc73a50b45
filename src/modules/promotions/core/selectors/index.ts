import type { Selector } from '../selector.ts';
import { all } from './all.ts';
import { cheapestUnits } from './cheapest-units.ts';
import { everyNthUnit } from './every-nth-unit.ts';
import { goods } from './goods.ts';
import { undiscounted } from './undiscounted.ts';

/** Every selector that a promotion may name. */
export const SELECTORS: readonly Selector[] = [
  all,
  cheapestUnits,
  everyNthUnit,
  goods,
  undiscounted,
];
