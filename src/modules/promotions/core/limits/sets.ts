import type { LimitUnitEntry } from '../language/limit-unit.ts';

/** How many sets, or groups of N + M, a promotion makes: the selector is asked for no more. */
export const sets: LimitUnitEntry = {
  code: 'sets',
  title: { ru: 'наборов', en: 'sets' },
  bounds: 'selection',
  // The kernel has selected within the room already: limits on sets rule the selection.
  cut: () => 'within',
  amount: ({ selection }) => selection.sets,
};
