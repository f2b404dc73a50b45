import type { PolicyEntry } from '../language/policy.ts';

/** All apply, each counted from the prices with which the group began. */
export const sum: PolicyEntry = {
  code: 'sum',
  title: { ru: 'складываются', en: 'add up' },
  usesBase: true,
  isForAll: true,
  judge: () => {},
};
