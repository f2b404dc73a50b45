import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import {
  addPicks,
  countOff,
  everyNth,
  lineUp,
  ORDER_CHOICE,
  ORDER_OPTIONS,
  type Picks,
} from '../select/line-up.ts';

/** Every N-th unit of the same goods, each SKU counted apart. */
export const sameGoodsNth = defineSelector({
  code: 'same-goods-nth',
  title: {
    ru: `каждая {number}-я единица одного артикула ({order}): ${GOODS_TITLE.ru}`,
    en: `every unit number {number} of the same SKU ({order}): ${GOODS_TITLE.en}`,
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
  pick: ({ goods, pattern, order }, view, into) => {
    const { slices, lines } = view.basket;
    const { units } = slices;
    const picks: Picks = new Map();
    const skuOf = (slice: number) => lines[slices.line[slice] ?? 0]?.sku;
    for (const own of Map.groupBy(lineUp(goods, view, order).slices, skuOf).values()) {
      const total = own.reduce((sum, slice) => sum + (units[slice] ?? 0), 0);
      countOff({ slices: own, total }, pattern, { units, picks });
    }
    addPicks(picks, into);
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});
