import type { Text } from '#shared/text.ts';
import { effectOf, selectorOf } from '../language/registry.ts';
import type { OnReturn, Promotion } from '../language/rule.ts';
import { AND, describeExpr } from './describe-expr.ts';
import { describeLimit } from './describe-limits.ts';
import { describeStacking } from './describe-stacking.ts';
import { fillTitle } from './sentence.ts';
import { triggerWords } from './trigger-words.ts';
import { joinWords, percentWords, sameWords } from './words.ts';

/**
 * Tells a whole promotion in words, out of the titles of its parts: when, what, on which goods, how it
 * gets on with others, its limits, who pays, what a return does. What is as usual is not told.
 * @param promotion valid (see validatePromotion)
 */
export function describePromotion(promotion: Promotion): Text {
  const sentences = [
    describeOffer(promotion),
    labelledBy({ ru: 'Участвуют', en: 'Takes part' }, describeGoods(promotion)),
    labelledBy({ ru: 'Сложение', en: 'Stacking' }, describeStacking(promotion.stacking)),
    labelledBy({ ru: 'Пределы', en: 'Limits' }, describeLimits(promotion)),
    labelledBy({ ru: 'Платят', en: 'Paid by' }, describeFunding(promotion)),
    labelledBy({ ru: 'При возврате', en: 'On return' }, describeReturn(promotion.onReturn)),
  ].filter((sentence) => sentence !== null);
  return joinWords(sentences, sameWords(' '));
}

/** When it fires and what it gives, one sentence. */
export function describeOffer({ when = [], then, trigger }: Promotion): Text {
  const conditions = joinWords(when.map(describeExpr), AND);
  const gifts = joinWords(
    then.map(({ effect, params }) =>
      fillTitle(effectOf(effect).title, effectOf(effect).params, params),
    ),
    sameWords('; '),
  );
  const opening = openingWords(when.length > 0 ? conditions : null, trigger);
  return { ru: `${opening.ru}: ${gifts.ru}.`, en: `${opening.en}: ${gifts.en}.` };
}

function openingWords(conditions: Text | null, trigger = 'receipt'): Text {
  if (trigger === 'receipt') {
    return conditions === null
      ? { ru: 'Всегда', en: 'Always' }
      : { ru: `Если ${conditions.ru}`, en: `If ${conditions.en}` };
  }
  const event = triggerWords(trigger);
  return conditions === null
    ? { ru: `Когда ${event.ru}`, en: `When ${event.en}` }
    : {
        ru: `Когда ${event.ru}, если ${conditions.ru}`,
        en: `When ${event.en}, if ${conditions.en}`,
      };
}

function describeGoods({ select }: Promotion): Text | null {
  if (select === undefined) return null;
  const { title, params } = selectorOf(select.selector);
  return fillTitle(title, params, select.params);
}

function describeLimits({ limits = [] }: Promotion): Text | null {
  return limits.length === 0 ? null : joinWords(limits.map(describeLimit), sameWords('; '));
}

function describeFunding({ funding = [] }: Promotion): Text | null {
  if (funding.length === 0) return null;
  const shares = funding.map(({ partyCode, shareBasisPoints }): Text => {
    const share = percentWords(shareBasisPoints);
    return { ru: `${partyCode} ${share.ru}`, en: `${partyCode} ${share.en}` };
  });
  return joinWords(shares, sameWords(', '));
}

function describeReturn(onReturn: OnReturn | undefined): Text | null {
  if (onReturn === undefined) return null;
  if (typeof onReturn === 'string') return ON_RETURN[onReturn];
  const byEffect = Object.entries(onReturn.byEffect).map(([effect, word]): Text => {
    const words = ON_RETURN[word];
    return { ru: `${effect} — ${words.ru}`, en: `${effect}: ${words.en}` };
  });
  return joinWords([ON_RETURN[onReturn.default], ...byEffect], sameWords('; '));
}

function labelledBy(label: Text, words: Text | null): Text | null {
  if (words === null) return null;
  return { ru: `${label.ru}: ${words.ru}.`, en: `${label.en}: ${words.en}.` };
}

const ON_RETURN: Readonly<Record<Extract<OnReturn, string>, Text>> = {
  proportional: { ru: 'вернётся доля выгоды', en: 'a share of it goes back' },
  're-evaluate': { ru: 'чек пересчитывается', en: 'the receipt is decided anew' },
  keep: { ru: 'выгода остаётся', en: 'it stays with the buyer' },
};
