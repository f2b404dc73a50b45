import { Type } from 'typebox';
import { type Basket, hasApplied } from '../basket/basket.ts';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam, flagParam } from '../language/params.ts';

/** Any, or all, of these promotions have applied in earlier phases. */
export const applied = defineCondition({
  code: 'applied',
  title: {
    ru: 'сработали акции[ ({isAll})]: {promotionCodes}',
    en: 'promotions have applied[ ({isAll})]: {promotionCodes}',
  },
  params: Type.Object(
    {
      promotionCodes: codesParam({ ru: 'Акции', en: 'Promotions' }, 'promotion'),
      isAll: Type.Optional(
        flagParam({ ru: 'Нужны все', en: 'All are needed' }, { yes: { ru: 'все', en: 'all' } }),
      ),
    },
    CLOSED,
  ),
  class: 'state',
  needs: [],
  prepare: ({ promotionCodes, isAll = false }) => ({ promotionCodes, isAll }),
  check: ({ promotionCodes, isAll }, _facts, basket) =>
    (isAll ? haveAll(basket, promotionCodes) : hasAny(basket, promotionCodes)) ? MET : FAR,
  why: ({ promotionCodes }) => {
    const names = namesWords(promotionCodes);
    const text = { ru: `только вместе с: ${names.ru}`, en: `only together with: ${names.en}` };
    return { code: 'not-applied', text };
  },
});

function haveAll(basket: Basket, codes: readonly string[]): boolean {
  for (const code of codes) if (!hasApplied(basket, code)) return false;
  return true;
}

function hasAny(basket: Basket, codes: readonly string[]): boolean {
  for (const code of codes) if (hasApplied(basket, code)) return true;
  return false;
}
