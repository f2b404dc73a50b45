import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { freeLines, pickLines } from '../select/whole-lines.ts';

/** The goods of the last lines that have any to give. */
export const lastLines = defineSelector({
  code: 'last-lines',
  title: {
    ru: `последние позиции: {count}: ${GOODS_TITLE.ru}`,
    en: `the last lines: {count}: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    { count: countParam({ ru: 'Сколько', en: 'How many' }, 1), ...GOODS_PARAMS },
    CLOSED,
  ),
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    count: params.count,
  }),
  pick: ({ goods, count }, view, into) =>
    pickLines(freeLines(goods, view).slice(-count), view, into),
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
