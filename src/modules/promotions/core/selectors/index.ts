import type { Selector } from '../language/selector.ts';
import { aboveThreshold } from './above-threshold.ts';
import { all } from './all.ts';
import { cheapestUnits } from './cheapest-units.ts';
import { dearestUnits } from './dearest-units.ts';
import { everyNthUnit } from './every-nth-unit.ts';
import { exceptUsed } from './except-used.ts';
import { firstLines } from './first-lines.ts';
import { goods } from './goods.ts';
import { lastLines } from './last-lines.ts';
import { nPlusM } from './n-plus-m.ts';
import { sameGoodsNth } from './same-goods-nth.ts';
import { sets } from './sets.ts';
import { topLines } from './top-lines.ts';
import { undiscounted } from './undiscounted.ts';
import { unitRange } from './unit-range.ts';

/** Every selector that a promotion may name. */
export const SELECTORS: readonly Selector[] = [
  aboveThreshold,
  all,
  cheapestUnits,
  dearestUnits,
  everyNthUnit,
  exceptUsed,
  firstLines,
  goods,
  lastLines,
  nPlusM,
  sameGoodsNth,
  sets,
  topLines,
  undiscounted,
  unitRange,
];
