import type { PolicyEntry } from '../language/policy.ts';

/** All apply, each counted from what the one before left. */
export const chain: PolicyEntry = {
  code: 'chain',
  title: { ru: 'применяются друг за другом', en: 'apply one after another' },
  usesBase: false,
  isForAll: true,
  judge: () => {},
};
