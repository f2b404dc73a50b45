import type { CompiledRuleSet } from '../compile/rule-set.ts';
import { findEffect } from '../language/registry.ts';
import type { OnReturn, Promotion } from '../language/rule.ts';

/** What becomes of a gift when goods come back. */
export type ReturnWord = Extract<OnReturn, string>;

/** Whose word is asked for: of a promotion's money, of its points, or of one of its deferred effects. */
export type ReturnOf = 'money' | 'points' | { readonly effect: string };

/** Tells the word that counts for a part of what a promotion gave. */
export type ReturnWords = (promotionCode: string, of: ReturnOf) => ReturnWord;

/**
 * The words of a rule set; see docs/engine.md 13. Money and points follow the promotion's first effect
 * that gives them. A promotion that is not there any more goes by the settings.
 */
export function returnWords({ promotions, settings }: CompiledRuleSet): ReturnWords {
  const byCode = new Map(promotions.map((promotion) => [promotion.code, promotion]));
  return (promotionCode, of) => {
    const promotion = byCode.get(promotionCode);
    const said = promotion?.onReturn ?? settings.onReturn;
    if (promotion === undefined || typeof said === 'string') {
      return typeof said === 'string' ? said : said.default;
    }
    const effect = typeof of === 'string' ? firstThatGives(promotion, of) : of.effect;
    return (effect === undefined ? undefined : said.byEffect[effect]) ?? said.default;
  };
}

function firstThatGives({ then }: Promotion, of: 'money' | 'points'): string | undefined {
  const kind = of === 'money' ? 'price' : 'points';
  return then.find(({ effect }) => findEffect(effect)?.kind === kind)?.effect;
}
