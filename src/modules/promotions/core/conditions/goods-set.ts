import { Type } from 'typebox';
import { compileFilter, FILTER_PARAM, goodsNeeds, goodsProblems } from '../basket/goods.ts';
import { milliOfLines } from '../basket/line-sums.ts';
import { matching } from '../compile/goods-matcher.ts';
import { quantityWords } from '../describe/words.ts';
import { defineCondition, MET } from '../language/condition.ts';
import { CLOSED, listParam, milliParam } from '../language/params.ts';

const PARTS_MAX = 10;

/** The basket holds so much of this and so much of that; a line may serve several parts. */
export const goodsSet = defineCondition({
  code: 'goods-set',
  title: { ru: 'вместе: {parts}', en: 'together: {parts}' },
  params: Type.Object(
    {
      parts: listParam(
        Type.Object(
          { filter: FILTER_PARAM, minMilli: milliParam({ ru: 'Не меньше', en: 'At least' }) },
          CLOSED,
        ),
        {
          label: { ru: 'Части набора', en: 'Parts of the set' },
          title: {
            ru: 'не меньше {minMilli} ед.: {filter}',
            en: '{minMilli} or more units: {filter}',
          },
          maxItems: PARTS_MAX,
          joint: ' + ',
        },
      ),
    },
    CLOSED,
  ),
  class: 'goods',
  unit: 'milli',
  needs: ({ parts }) => parts.flatMap(({ filter }) => goodsNeeds(filter)),
  prepare: ({ parts }, context) =>
    parts.map(({ filter, minMilli }) => ({
      goods: context.goods(compileFilter(filter)),
      min: minMilli,
    })),
  check: (parts, _facts, basket) => {
    let short = MET;
    for (const { goods, min } of parts) {
      const milli = milliOfLines(basket, matching(goods, basket));
      if (milli < min) short += min - milli;
    }
    return short;
  },
  why: (_params, { distance }) => {
    const units = quantityWords(distance ?? 0);
    const text = { ru: `до набора ещё ${units.ru}`, en: `${units.en} more to the set` };
    return { code: 'goods-set-incomplete', text };
  },
  problems: ({ parts }) =>
    parts.flatMap(({ filter }, i) =>
      goodsProblems(filter).map((one) => ({ ...one, field: `parts/${i}/filter/${one.field}` })),
    ),
  goods: ({ parts }) => parts.map(({ filter }) => compileFilter(filter)),
});
