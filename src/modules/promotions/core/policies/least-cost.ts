import type { PolicyEntry } from '../language/policy.ts';
import { isLess, winByWorth } from '../play/win.ts';

/** Only the one that is worth least applies: the least costly for the seller. */
export const leastCost: PolicyEntry = {
  code: 'least-cost',
  title: { ru: 'действует самая дешёвая для продавца', en: 'the least costly applies' },
  usesBase: true,
  isForAll: false,
  judge: (standers) => winByWorth(standers, isLess),
};
