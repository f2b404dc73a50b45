import type { CompiledRuleSet, Decision } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import type { Choice } from '../contract.ts';

/** What could be chosen, in order of play, with the titles of this rule set, the one that decided. */
export function choicesOf(ruleSet: CompiledRuleSet, { choices }: Decision): Choice[] {
  return choices.map(({ promotionCode, group, worthKopecks }) => {
    const promotion = ruleSet.promotions.find(({ code }) => code === promotionCode);
    return {
      promotionCode,
      title: promotion?.title ?? { ru: promotionCode, en: promotionCode },
      group,
      worthKopecks: kopecks(worthKopecks),
    };
  });
}
