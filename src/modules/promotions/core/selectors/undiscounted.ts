import { Type } from 'typebox';
import { STAGE_INITIAL } from '../basket/basket.ts';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { pickSlices } from '../select/whole-lines.ts';

/** Goods on which no discount has been given, here or by the till. */
export const undiscounted = defineSelector({
  code: 'undiscounted',
  title: { ru: `без скидки: ${GOODS_TITLE.ru}`, en: `not discounted: ${GOODS_TITLE.en}` },
  params: Type.Object(GOODS_PARAMS, CLOSED),
  isSteady: false,
  prepare: (params, { goods, settings }) => ({
    goods: goods(compileFilter(params)),
    countsExternal: settings.externalDiscount === 'counts',
  }),
  pick: ({ goods, countsExternal }, view, into) => {
    const { slices, lines, stage } = view.basket;
    const { price, line } = slices;
    const initial = stage >= STAGE_INITIAL ? slices.initial : price;
    const isIn = (slice: number) => {
      if ((price[slice] ?? 0) < (initial[slice] ?? 0)) return false;
      const own = lines[line[slice] ?? 0];
      return !countsExternal || own?.externalDiscountKopecks === 0;
    };
    pickSlices(goods, view, { into, isIn });
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
