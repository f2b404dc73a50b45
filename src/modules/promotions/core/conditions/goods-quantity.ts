import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, matchGoods } from '../goods.ts';
import { CLOSED, milliParam } from '../params.ts';
import { decimalWords } from '../words.ts';

/** The basket holds at least so much of some goods: pieces, kilograms and litres add up alike. */
export const goodsQuantity = defineCondition({
  code: 'goods-quantity',
  title: {
    ru: `не меньше {minMilli} ед.: ${GOODS_TITLE.ru}`,
    en: `{minMilli} or more units: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    { ...GOODS_PARAMS, minMilli: milliParam({ ru: 'Не меньше', en: 'At least' }) },
    CLOSED,
  ),
  needs: ['lines'],
  prepare: (params) => ({ isMatch: matchGoods(params), minMilli: params.minMilli }),
  check: ({ isMatch, minMilli }, facts) => {
    let quantity = 0;
    for (const line of facts.lines) if (isMatch(line)) quantity += line.quantityMilli;
    return quantity >= minMilli ? MET : () => tooFew(minMilli - quantity);
  },
  goods: goodsNames,
});

function tooFew(milli: number) {
  const units = decimalWords(milli, 1000);
  const text = { ru: `ещё ${units.ru} ед. товара`, en: `${units.en} more units of the goods` };
  return reason('goods-quantity-too-small', text, { unit: 'milli', value: milli });
}
