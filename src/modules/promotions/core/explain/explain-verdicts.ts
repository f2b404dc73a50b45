import { hasBit } from '../compile/bits.ts';
import type { Deck } from '../compile/deck.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { type CompiledRuleSet, deckOf } from '../compile/rule-set.ts';
import type { PromotionBits, Verdicts } from '../decision.ts';
import type { Facts } from '../facts.ts';
import type { Why } from '../language/condition.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';
import { emptyBasket, type FactClass, whyOfClass } from './class-checks.ts';
import { explainEntry } from './explain-entry.ts';
import { type Audience, type Explained, type Finding, findingOf } from './explained.ts';
import { told, VERDICT_WORDS } from './told.ts';

/** What verdicts are read against: the rule set and the facts that they came from. */
export type Explaining = {
  readonly ruleSet: CompiledRuleSet;
  readonly facts: Facts;
  readonly audience: Audience;
};

/**
 * Renders compact verdicts into sentences, by promotion code; without an explanation in the decision
 * only those of promotions that applied. Nothing of it flows back into a decision.
 * @param verdicts of a decision of this rule set on these facts
 */
export function explainVerdicts(verdicts: Verdicts, explaining: Explaining): readonly Explained[] {
  const { ruleSet, facts, audience } = explaining;
  const deck = deckOf(ruleSet, facts);
  const found = new Map<number, Finding>(ruledOut(verdicts, deck, facts));
  for (const entry of verdicts.list) {
    const rule = deck.rules[entry[0]];
    if (rule !== undefined) found.set(entry[0], explainEntry(entry, { deck, rule, facts }));
  }
  return deck.rules.flatMap((rule) => {
    const finding = found.get(rule.number);
    return finding === undefined ? [] : [explained(rule, finding, audience)];
  });
}

function explained(rule: Rule, finding: Finding, audience: Audience): Explained {
  const { code, promotion } = rule;
  const text = told(promotion, finding, audience);
  return { promotionCode: code, title: promotion.title, ...finding, text };
}

const CLASSES = [
  { of: 'place', verdict: 'wrong-place' },
  { of: 'time', verdict: 'wrong-time' },
  { of: 'audience', verdict: 'wrong-audience' },
] as const satisfies readonly { readonly of: FactClass; readonly verdict: Finding['verdict'] }[];

function ruledOut(
  { ruledOut: bits }: Verdicts,
  deck: Deck,
  facts: Facts,
): readonly (readonly [number, Finding])[] {
  if (bits === undefined) return [];
  const basket = emptyBasket(deck, facts);
  return deck.rules.flatMap((rule): readonly (readonly [number, Finding])[] => {
    for (const { of, verdict } of CLASSES) {
      if (!has(bits[of], rule)) continue;
      const why = whyOfClass(rule, of, { basket, settings: deck.settings });
      const isStranger = of === 'audience' && facts.member === null;
      const finding = findingOf(verdict, why === null && isStranger ? NOT_IDENTIFIED : null);
      return [[rule.number, { ...finding, ...why }]];
    }
    return has(bits.goods, rule) ? [[rule.number, findingOf('no-goods', NO_GOODS)]] : [];
  });
}

function has(bits: PromotionBits, { number }: Rule): boolean {
  return hasBit(bits, number);
}

const NO_GOODS: Why = { code: 'no-goods', text: VERDICT_WORDS['no-goods'] };
