import { Type } from 'typebox';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, matchGoods } from '../goods.ts';
import { CLOSED } from '../params.ts';
import { defineSelector } from '../selector.ts';
import { wholeLines } from '../units.ts';

/** Whole lines on which no promotion has taken anything off so far. */
export const undiscounted = defineSelector({
  code: 'undiscounted',
  title: {
    ru: `без других скидок: ${GOODS_TITLE.ru}`,
    en: `not yet discounted: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(GOODS_PARAMS, CLOSED),
  prepare: matchGoods,
  pick: (isMatch, basket) =>
    wholeLines(
      basket,
      (line, i) => basket.discountedKopecks[i] === basket.grossKopecks[i] && isMatch(line),
    ),
  goods: goodsNames,
});
