import { Type } from 'typebox';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, matchGoods } from '../goods.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../params.ts';
import { defineSelector } from '../selector.ts';
import { lineUp, takeUnits } from '../units.ts';

const ORDER_PARAM = optionsOf(
  optionParam('as-scanned', { ru: 'как пробито', en: 'as scanned' }),
  optionParam('dearest-first', { ru: 'сначала дорогие', en: 'dearest first' }),
);

/**
 * Units are lined up and every N-th is picked: lined up dearest first, that is the cheapest of each N.
 * Pieces count one by one; a weighed line is one unit.
 */
export const everyNthUnit = defineSelector({
  code: 'every-nth-unit',
  title: {
    ru: `каждая {number}-я единица ({order}): ${GOODS_TITLE.ru}`,
    en: `every unit number {number} ({order}): ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      number: countParam({ ru: 'Какая по счёту', en: 'Which one' }, 2),
      order: Type.Union(ORDER_PARAM, choice({ ru: 'Порядок', en: 'Order' })),
      ...GOODS_PARAMS,
    },
    CLOSED,
  ),
  prepare: (params) => ({
    isMatch: matchGoods(params),
    number: params.number,
    order: params.order,
  }),
  pick: ({ isMatch, number, order }, basket) => {
    let passed = 0;
    return takeUnits(basket, lineUp(basket, isMatch, order), (units) => {
      const before = Math.floor(passed / number);
      passed += units;
      return Math.floor(passed / number) - before;
    });
  },
  goods: goodsNames,
});
