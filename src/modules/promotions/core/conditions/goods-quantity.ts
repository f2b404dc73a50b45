import { Type } from 'typebox';
import { boundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import {
  compileFilter,
  GOODS_PARAMS,
  GOODS_TITLE,
  goodsNeeds,
  goodsProblems,
} from '../basket/goods.ts';
import { milliOfLines } from '../basket/line-sums.ts';
import { matching } from '../compile/goods-matcher.ts';
import { quantityWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, milliParam } from '../language/params.ts';

/** The basket holds so much of some goods: pieces, kilograms and litres add up alike. */
export const goodsQuantity = defineCondition({
  code: 'goods-quantity',
  title: {
    ru: `не меньше {minMilli} ед.[, не больше {maxMilli}]: ${GOODS_TITLE.ru}`,
    en: `{minMilli} or more units[, at most {maxMilli}]: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      ...GOODS_PARAMS,
      minMilli: milliParam({ ru: 'Не меньше', en: 'At least' }),
      maxMilli: Type.Optional(milliParam({ ru: 'Не больше', en: 'At most' })),
    },
    CLOSED,
  ),
  class: 'goods',
  unit: 'milli',
  needs: goodsNeeds,
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    min: params.minMilli,
    max: params.maxMilli ?? UNBOUNDED,
  }),
  check: ({ goods, min, max }, _facts, basket) => {
    const milli = milliOfLines(basket, matching(goods, basket));
    if (milli < min) return min - milli;
    return milli <= max ? MET : FAR;
  },
  why: ({ maxMilli = 0 }, { distance }) =>
    distance === null ? tooMany(maxMilli) : tooFew(distance),
  problems: (params) => [
    ...goodsProblems(params),
    ...boundsProblems(params, 'minMilli', 'maxMilli'),
  ],
  goods: (params) => [compileFilter(params)],
});

function tooFew(milli: number) {
  const units = quantityWords(milli);
  const text = { ru: `ещё ${units.ru} товара`, en: `${units.en} more of the goods` };
  return { code: 'goods-quantity-too-small', text };
}

function tooMany(milli: number) {
  const units = quantityWords(milli);
  const text = { ru: `только до ${units.ru} товара`, en: `only up to ${units.en} of the goods` };
  return { code: 'goods-quantity-too-large', text };
}
