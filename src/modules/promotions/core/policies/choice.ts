import type { PolicyEntry } from '../language/policy.ts';
import { isMore, winAlone, winByWorth } from '../play/win.ts';
import { worthOf } from '../play/worth.ts';

/** The one that the buyer or the cashier chose applies; none chosen: the best for the buyer. */
export const choice: PolicyEntry = {
  code: 'choice',
  title: { ru: 'действует выбранная', en: 'the chosen one applies' },
  usesBase: true,
  isForAll: false,
  judge: (standers, { view, choices, group }) => {
    for (const { rule, trial } of standers) {
      const worthKopecks = worthOf(trial).kopecks;
      choices.push({ promotionCode: rule.code, group, worthKopecks });
    }
    const { chosenCodes } = view.basket.facts;
    const chosen = standers.find(({ rule }) => chosenCodes.includes(rule.code));
    if (chosen === undefined) winByWorth(standers, isMore);
    else winAlone(standers, chosen);
  },
};
