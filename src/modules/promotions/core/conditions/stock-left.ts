import { Type } from 'typebox';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, countParam } from '../language/params.ts';

/** So much of something is left for this store: gifts, magnets, prizes. */
export const stockLeft = defineCondition({
  code: 'stock-left',
  title: {
    ru: 'в остатке {stockCode}[, не меньше {minCount}]',
    en: '{stockCode} is in stock[, {minCount} or more]',
  },
  params: Type.Object(
    {
      stockCode: codeParam({ ru: 'Остаток', en: 'Stock' }, 'stock'),
      minCount: Type.Optional(countParam({ ru: 'Не меньше', en: 'At least' }, 1, 1_000_000)),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ({ stockCode }) => [`stock:${stockCode}`],
  prepare: ({ stockCode, minCount = 1 }) => ({ stockCode, minCount }),
  check: ({ stockCode, minCount }, { stock }) =>
    (ownFact(stock, stockCode) ?? 0) >= minCount ? MET : FAR,
  why: () => ({
    code: 'out-of-stock',
    text: { ru: 'подарки закончились', en: 'out of stock' },
  }),
});
