import { Type } from 'typebox';
import type { Basket } from '../basket/basket.ts';
import { boundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import {
  compileFilter,
  GOODS_PARAMS,
  GOODS_TITLE,
  goodsNeeds,
  goodsProblems,
} from '../basket/goods.ts';
import { skusOfLines, unitsOfLines } from '../basket/line-sums.ts';
import type { LineList } from '../compile/goods-filter.ts';
import { matching } from '../compile/goods-matcher.ts';
import { numberWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../language/params.ts';

const WHAT = optionsOf(
  optionParam('lines', { ru: 'строк', en: 'lines' }),
  optionParam('skus', { ru: 'разных товаров', en: 'different goods' }),
  optionParam('units', { ru: 'штук', en: 'units' }),
);
type What = (typeof WHAT)[number]['const'];

const COUNT_MAX = 100_000;

/** The basket holds so many lines, different goods or units of some goods. */
export const goodsCount = defineCondition({
  code: 'goods-count',
  title: {
    ru: `{what} не меньше {minCount}[ и не больше {maxCount}]: ${GOODS_TITLE.ru}`,
    en: `{minCount} or more {what}[, at most {maxCount}]: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      ...GOODS_PARAMS,
      what: Type.Union(WHAT, choice({ ru: 'Что считать', en: 'What is counted' })),
      minCount: countParam({ ru: 'Не меньше', en: 'At least' }, 0, COUNT_MAX),
      maxCount: Type.Optional(countParam({ ru: 'Не больше', en: 'At most' }, 0, COUNT_MAX)),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'units',
  needs: goodsNeeds,
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    count: COUNT_BY_WHAT[params.what],
    min: params.minCount,
    max: params.maxCount ?? UNBOUNDED,
  }),
  check: ({ goods, count, min, max }, _facts, basket) => {
    const found = count(basket, matching(goods, basket));
    if (found < min) return min - found;
    return found <= max ? MET : FAR;
  },
  why: ({ what, maxCount = 0 }, { distance }) =>
    distance === null ? tooMany(what, maxCount) : tooFew(what, distance),
  problems: (params) => [
    ...goodsProblems(params),
    ...boundsProblems(params, 'minCount', 'maxCount'),
  ],
});

const COUNT_BY_WHAT: Readonly<Record<What, (basket: Basket, list: LineList) => number>> = {
  lines: (_basket, list) => list.count,
  skus: skusOfLines,
  units: unitsOfLines,
};

function tooFew(what: What, count: number) {
  const number = numberWords(count);
  const text = {
    ru: `ещё ${number.ru}: ${nameOf(what).ru}`,
    en: `${number.en} more: ${nameOf(what).en}`,
  };
  return { code: 'goods-too-few', text };
}

function tooMany(what: What, count: number) {
  const number = numberWords(count);
  const text = {
    ru: `не больше ${number.ru}: ${nameOf(what).ru}`,
    en: `at most ${number.en} ${nameOf(what).en}`,
  };
  return { code: 'goods-too-many', text };
}

function nameOf(what: What) {
  return NAMES[what];
}

const NAMES = {
  lines: { ru: 'строк чека', en: 'lines' },
  skus: { ru: 'разных товаров', en: 'different goods' },
  units: { ru: 'шт.', en: 'units' },
};
