import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import type { View } from '../basket/view.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { freeLines, pickLines } from '../select/whole-lines.ts';

/** The goods of the lines that cost most now. */
export const topLines = defineSelector({
  code: 'top-lines',
  title: {
    ru: `самые дорогие позиции: {count}: ${GOODS_TITLE.ru}`,
    en: `the dearest lines: {count}: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    { count: countParam({ ru: 'Сколько', en: 'How many' }, 1), ...GOODS_PARAMS },
    CLOSED,
  ),
  isSteady: false,
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    count: params.count,
  }),
  pick: ({ goods, count }, view, into) => {
    const lines = [...freeLines(goods, view)];
    lines.sort((a, b) => priceOfLine(view, b) - priceOfLine(view, a) || a - b);
    pickLines(lines.slice(0, count), view, into);
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});

/** What the whole line costs as it stands, whoever has taken units of it. */
function priceOfLine({ basket }: View, line: number): number {
  const { first, price } = basket.slices;
  const end = first[line + 1] ?? 0;
  let total = 0;
  for (let slice = first[line] ?? 0; slice < end; slice += 1) total += price[slice] ?? 0;
  return total;
}
