import { Type } from 'typebox';
import { boundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import {
  compileFilter,
  GOODS_PARAMS,
  GOODS_TITLE,
  goodsNeeds,
  goodsProblems,
} from '../basket/goods.ts';
import { sumOfLines } from '../basket/stage.ts';
import { matching } from '../compile/goods-matcher.ts';
import { moneyWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import {
  STAGE_PARAMS,
  STAGE_TITLE,
  stageNeeds,
  stageOf,
  stageProblems,
} from '../language/stage-params.ts';

/** Some goods of the basket cost at least so much, at a stage of the decision. */
export const goodsSum = defineCondition({
  code: 'goods-sum',
  title: {
    ru: `на {minKopecks} и больше[, до {maxKopecks}]: ${GOODS_TITLE.ru}${STAGE_TITLE.ru}`,
    en: `{minKopecks} or more[, up to {maxKopecks}]: ${GOODS_TITLE.en}${STAGE_TITLE.en}`,
  },
  params: Type.Object(
    {
      ...GOODS_PARAMS,
      minKopecks: kopecksParam({ ru: 'Не меньше', en: 'At least' }, 1),
      maxKopecks: Type.Optional(kopecksParam({ ru: 'Не больше', en: 'At most' }, 1)),
      ...STAGE_PARAMS,
    },
    CLOSED,
  ),
  class: 'goods',
  unit: 'kopecks',
  needs: (params) => [...goodsNeeds(params), ...stageNeeds(params)],
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    min: params.minKopecks,
    max: params.maxKopecks ?? UNBOUNDED,
    stage: stageOf(params, 'gross'),
  }),
  check: ({ goods, min, max, stage }, _facts, basket) => {
    const total = sumOfLines(basket, stage, matching(goods, basket));
    if (total < min) return min - total;
    return total <= max ? MET : FAR;
  },
  why: ({ maxKopecks = 0 }, { distance }) =>
    distance === null ? tooLarge(maxKopecks) : tooSmall(distance),
  problems: (params) => [
    ...goodsProblems(params),
    ...boundsProblems(params, 'minKopecks', 'maxKopecks'),
    ...stageProblems(params),
  ],
  goods: (params) => [compileFilter(params)],
});

function tooSmall(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `ещё ${money.ru} на эти товары`, en: `${money.en} more on these goods` };
  return { code: 'goods-sum-too-small', text };
}

function tooLarge(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `этих товаров только до ${money.ru}`, en: `only up to ${money.en} of them` };
  return { code: 'goods-sum-too-large', text };
}
