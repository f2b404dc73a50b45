import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { pickGoods } from '../select/whole-lines.ts';

/** The goods, but only what they cost above a threshold together. */
export const aboveThreshold = defineSelector({
  code: 'above-threshold',
  title: {
    ru: `сверх {thresholdKopecks}: ${GOODS_TITLE.ru}`,
    en: `what is above {thresholdKopecks}: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    { thresholdKopecks: kopecksParam({ ru: 'Порог', en: 'Threshold' }, 1), ...GOODS_PARAMS },
    CLOSED,
  ),
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    threshold: params.thresholdKopecks,
  }),
  pick: ({ goods, threshold }, view, into) => {
    pickGoods(goods, view, into);
    into.thresholdKopecks = threshold;
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
