import { Type } from 'typebox';
import { boundsProblems } from '../basket/bounds.ts';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { lineUp, nobody, ORDER_CHOICE, ORDER_OPTIONS, pickByPattern } from '../select/line-up.ts';

/** A stretch of the line: from one unit to another. */
export const unitRange = defineSelector({
  code: 'unit-range',
  title: {
    ru: `единицы с {fromUnit}-й[ по {toUnit}-ю] ({order}): ${GOODS_TITLE.ru}`,
    en: `units from number {fromUnit}[ to {toUnit}] ({order}): ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      fromUnit: countParam({ ru: 'С единицы', en: 'From unit' }, 1),
      toUnit: Type.Optional(countParam({ ru: 'По единицу', en: 'To unit' }, 1)),
      order: Type.Union(ORDER_OPTIONS, ORDER_CHOICE),
      ...GOODS_PARAMS,
    },
    CLOSED,
  ),
  prepare: (params, context) => {
    const before = params.fromUnit - 1;
    const last = params.toUnit ?? Number.MAX_SAFE_INTEGER;
    return {
      goods: context.goods(compileFilter(params)),
      pattern: {
        targets: (n: number) => Math.max(0, Math.min(n, last) - before),
        companions: nobody,
      },
      order: params.order,
    };
  },
  pick: ({ goods, pattern, order }, view, into) =>
    pickByPattern(lineUp(goods, view, order), view, { pattern, into }),
  problems: (params) => [...goodsProblems(params), ...boundsProblems(params, 'fromUnit', 'toUnit')],
  goods: (params) => [compileFilter(params)],
});
