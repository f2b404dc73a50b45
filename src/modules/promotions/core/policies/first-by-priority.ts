import type { PolicyEntry } from '../language/policy.ts';
import { winAlone } from '../play/win.ts';

/** Only the first that gives anything applies. */
export const firstByPriority: PolicyEntry = {
  code: 'first-by-priority',
  title: { ru: 'действует первая по приоритету', en: 'the first by priority applies' },
  usesBase: true,
  isForAll: false,
  judge: (standers) => winAlone(standers, standers[0]),
};
