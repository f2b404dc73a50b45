import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { keepFitting } from '../play/limit-walk.ts';

/** How many units of goods a promotion works on. */
export const units: LimitUnitEntry = {
  code: 'units',
  title: { ru: 'единиц товара', en: 'units of goods' },
  bounds: 'selection',
  cut: (limit, book, trial) => keepFitting({ limit, book, trial }, () => 1),
  amount: ({ selection }) => selection.targetUnits,
  amountAt: ({ selection }, place) => selection.targets[place] ?? 0,
};
