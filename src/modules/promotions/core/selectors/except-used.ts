import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { TOUCHED_BEFORE } from '../basket/slices.ts';
import { CLOSED } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { pickSlices } from '../select/whole-lines.ts';

/** Goods that no promotion of an earlier phase has used. */
export const exceptUsed = defineSelector({
  code: 'except-used',
  title: {
    ru: `не участвовавшие в акциях: ${GOODS_TITLE.ru}`,
    en: `not used by earlier promotions: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(GOODS_PARAMS, CLOSED),
  prepare: (params, context) => context.goods(compileFilter(params)),
  pick: (goods, view, into) => {
    const { state } = view.basket.slices;
    pickSlices(goods, view, {
      into,
      isIn: (slice) => ((state[slice] ?? 0) & TOUCHED_BEFORE) === 0,
    });
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
