import type { LimitUnit } from '../language/limit-shape.ts';
import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { coupons } from './coupons.ts';
import { kopecks } from './kopecks.ts';
import { milli } from './milli.ts';
import { points } from './points.ts';
import { sets } from './sets.ts';
import { skus } from './skus.ts';
import { times } from './times.ts';
import { units } from './units.ts';

/** Everything that a limit may count. */
export const LIMIT_UNITS: Readonly<Record<LimitUnit, LimitUnitEntry>> = {
  coupons,
  kopecks,
  milli,
  points,
  sets,
  skus,
  times,
  units,
};
