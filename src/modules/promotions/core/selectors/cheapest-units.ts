import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { firstUnits, lineUp, pickByPattern } from '../select/line-up.ts';

/** The cheapest units of the goods, if there are enough of them. */
export const cheapestUnits = defineSelector({
  code: 'cheapest-units',
  title: {
    ru: `самых дешёвых единиц: {count}[, если их от {minUnits}]: ${GOODS_TITLE.ru}`,
    en: `the cheapest units: {count}[, if there are {minUnits}]: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      count: countParam({ ru: 'Сколько', en: 'How many' }, 1),
      minUnits: Type.Optional(countParam({ ru: 'Если единиц от', en: 'If units are' }, 1)),
      ...GOODS_PARAMS,
    },
    CLOSED,
  ),
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    pattern: firstUnits(params.count),
    minUnits: params.minUnits ?? 1,
  }),
  pick: ({ goods, pattern, minUnits }, view, into) => {
    const lined = lineUp(goods, view, 'cheapest-first');
    if (lined.total >= minUnits) pickByPattern(lined, view, { pattern, into });
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
