import { Type } from 'typebox';
import { earnedPoints, redeemedPoints } from '../basket/basket.ts';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { pointsWords } from '../describe/words.ts';
import { ownFact } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import {
  balanceParam,
  CLOSED,
  choice,
  codeParam,
  flagParam,
  optionParam,
  optionsOf,
} from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const MEASURES = optionsOf(
  optionParam('available', { ru: 'доступно', en: 'available' }),
  optionParam('pending', { ru: 'ожидает', en: 'pending' }),
  optionParam('expiring', { ru: 'сгорит за 30 дней', en: 'burns within 30 days' }),
  optionParam('total', { ru: 'всего', en: 'in all' }),
);

/** The member's points of a currency are within bounds, with or without this receipt. */
export const balance = defineCondition({
  code: 'balance',
  title: {
    ru: 'баланс {currencyCode}[ ({measure})][ {withReceipt}][ от {minPoints}][ до {maxPoints}]',
    en: 'balance of {currencyCode}[ ({measure})][ {withReceipt}][ {minPoints} or more][ up to {maxPoints}]',
  },
  params: Type.Object(
    {
      currencyCode: codeParam({ ru: 'Валюта', en: 'Currency' }, 'currency'),
      measure: Type.Optional(
        Type.Union(MEASURES, choice({ ru: 'Что сравнить', en: 'What is compared' })),
      ),
      minPoints: Type.Optional(balanceParam({ ru: 'Не меньше', en: 'At least' })),
      maxPoints: Type.Optional(balanceParam({ ru: 'Не больше', en: 'At most' })),
      withReceipt: Type.Optional(
        flagParam(
          { ru: 'Вместе с этим чеком', en: 'This receipt included' },
          { yes: { ru: 'с этим чеком', en: 'with this receipt' } },
        ),
      ),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'points',
  needs: ({ currencyCode }) => [`balance:${currencyCode}`],
  prepare: (params) => ({
    currencyCode: params.currencyCode,
    measure: params.measure ?? 'available',
    min: params.minPoints ?? -UNBOUNDED,
    max: params.maxPoints ?? UNBOUNDED,
    withReceipt: params.withReceipt ?? false,
  }),
  check: ({ currencyCode, measure, min, max, withReceipt }, facts, basket) => {
    if (facts.member === null) return FAR;
    let points: number = ownFact(facts.balances, currencyCode)?.[measure] ?? 0;
    if (withReceipt) {
      points += earnedPoints(basket, currencyCode) - redeemedPoints(basket, currencyCode);
    }
    if (points < min) return min - points;
    return points <= max ? MET : FAR;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? TOO_MUCH : tooLittle(distance);
  },
  problems: (params) => openBoundsProblems(params, 'minPoints', 'maxPoints'),
});

const TOO_MUCH = {
  code: 'balance-too-large',
  text: { ru: 'баллов слишком много', en: 'there are too many points' },
};

function tooLittle(points: number) {
  const more = pointsWords(points);
  return { code: 'balance-too-small', text: { ru: `ещё ${more.ru}`, en: `${more.en} more` } };
}
