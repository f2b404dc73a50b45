import type { PolicyEntry } from '../language/policy.ts';
import { isMore, winByWorth } from '../play/win.ts';

/** Only the one that is worth most applies. */
export const bestForBuyer: PolicyEntry = {
  code: 'best-for-buyer',
  title: { ru: 'действует выгоднейшая для покупателя', en: 'the best for the buyer applies' },
  usesBase: true,
  isForAll: false,
  judge: (standers) => winByWorth(standers, isMore),
};
