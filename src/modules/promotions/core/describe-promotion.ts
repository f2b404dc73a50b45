import type { Text } from '#shared/text.ts';
import { AND, describeExpr } from './expr.ts';
import { effectOf, selectorOf } from './registry.ts';
import type { Promotion } from './rule.ts';
import { fillTitle } from './sentence.ts';
import { joinWords, sameWords } from './words.ts';

/**
 * Tells a promotion in words, out of the titles of its parts: when, what, on which goods.
 * @param promotion valid (see validatePromotion)
 */
export function describePromotion(promotion: Promotion): Text {
  const when = joinWords(promotion.when.map(describeExpr), AND);
  const then = joinWords(
    promotion.then.map(({ effect, params }) =>
      fillTitle(effectOf(effect).title, effectOf(effect).params, params),
    ),
    sameWords('; '),
  );
  const opening: Text =
    promotion.when.length === 0
      ? { ru: 'Всегда', en: 'Always' }
      : { ru: `Если ${when.ru}`, en: `If ${when.en}` };
  const goods = describeGoods(promotion);
  return {
    ru: `${opening.ru}: ${then.ru}.${goods === null ? '' : ` Участвуют: ${goods.ru}.`}`,
    en: `${opening.en}: ${then.en}.${goods === null ? '' : ` Takes part: ${goods.en}.`}`,
  };
}

function describeGoods({ select }: Promotion): Text | null {
  if (select === undefined) return null;
  const { title, params } = selectorOf(select.selector);
  return fillTitle(title, params, select.params);
}
