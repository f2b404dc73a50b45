import { Type } from 'typebox';
import { type Basket, sum, unitsOf } from '../basket.ts';
import { earningKopecks, pointsAt, sharingWeights } from '../earning.ts';
import { defineEffect } from '../effect.ts';
import { LIFETIME_PARAMS, LIFETIME_TITLE, lifetimeOf } from '../lifetime.ts';
import { CLOSED, choice, optionParam, optionsOf, pointsParam } from '../params.ts';

const PER_PARAM = optionsOf(
  optionParam('receipt', { ru: 'за чек', en: 'per receipt' }),
  optionParam('unit', { ru: 'за каждую единицу', en: 'per unit' }),
);

/** A set number of points for the receipt, or for each selected unit; a weighed line is one unit. */
export const earnFixed = defineEffect({
  code: 'earn-fixed',
  title: {
    ru: `начислить {points} {per}${LIFETIME_TITLE.ru}`,
    en: `earn {points} {per}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      points: pointsParam({ ru: 'Баллы', en: 'Points' }),
      per: Type.Union(PER_PARAM, choice({ ru: 'За что', en: 'For what' })),
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  phases: [8],
  needsMember: true,
  prepare: (params) => ({
    points: params.points,
    split: SPLIT_BY_WAY[params.per],
    lifetime: lifetimeOf(params),
  }),
  apply: ({ points, split, lifetime }, basket, selection) => ({
    kind: 'points',
    ...split(points, basket, selection),
    lifetime,
  }),
});

type Shares = { readonly points: number; readonly weights: readonly number[] };
type Split = (points: number, basket: Basket, selection: readonly number[]) => Shares;

const SPLIT_BY_WAY: Readonly<Record<'receipt' | 'unit', Split>> = {
  receipt: (points, basket, selection) => {
    const money = earningKopecks('payable', basket, selection);
    return { points, weights: sharingWeights(money, basket, selection) };
  },
  unit: (points, _basket, selection) => {
    const units = selection.map((milli) => (milli === 0 ? 0 : unitsOf(milli)));
    return { points: pointsAt({ num: points, den: 1 }, sum(units)), weights: units };
  },
};
