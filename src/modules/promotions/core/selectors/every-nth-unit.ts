import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { everyNth, lineUp, ORDER_CHOICE, ORDER_OPTIONS, pickByPattern } from '../select/line-up.ts';

/** Every N-th unit of the goods in line; dearest first, that is the cheapest of each N. */
export const everyNthUnit = defineSelector({
  code: 'every-nth-unit',
  title: {
    ru: `каждая {number}-я единица ({order}): ${GOODS_TITLE.ru}`,
    en: `every unit number {number} ({order}): ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      number: countParam({ ru: 'Какая по счёту', en: 'Which one' }, 2),
      order: Type.Union(ORDER_OPTIONS, ORDER_CHOICE),
      ...GOODS_PARAMS,
    },
    CLOSED,
  ),
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    pattern: everyNth(params.number),
    order: params.order,
  }),
  pick: ({ goods, pattern, order }, view, into) =>
    pickByPattern(lineUp(goods, view, order), view, { pattern, into }),
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
