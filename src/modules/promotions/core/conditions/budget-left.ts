import { Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, countParam, stringParam } from '../language/params.ts';

/** So much is left of a shared budget. */
export const budgetLeft = defineCondition({
  code: 'budget-left',
  title: {
    ru: 'в бюджете {limitKey} осталось не меньше {minAmount}',
    en: 'the budget {limitKey} has {minAmount} or more left',
  },
  params: Type.Object(
    {
      limitKey: stringParam({ ru: 'Ключ лимита', en: 'Key of the limit' }),
      minAmount: countParam({ ru: 'Не меньше', en: 'At least' }, 1, AMOUNT_MAX),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ({ limitKey }) => [`limit-left:${limitKey}`],
  prepare: (params) => params,
  check: ({ limitKey, minAmount }, { limitLeft }) =>
    (ownFact(limitLeft, limitKey) ?? 0) >= minAmount ? MET : FAR,
  why: () => ({
    code: 'budget-spent',
    text: { ru: 'бюджет акции исчерпан', en: 'the budget of the promotion is spent' },
  }),
});
