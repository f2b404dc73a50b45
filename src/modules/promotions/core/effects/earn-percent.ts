import { Type } from 'typebox';
import { sum } from '../basket.ts';
import { BASE_PARAM, earningKopecks, pointsAt, sharingWeights } from '../earning.ts';
import { defineEffect } from '../effect.ts';
import { LIFETIME_PARAMS, LIFETIME_TITLE, lifetimeOf } from '../lifetime.ts';
import { basisPointsParam, CLOSED } from '../params.ts';

/**
 * A share of the money back in points, at the price of a point; rounded down once per receipt. A
 * currency whose points pay for nothing has no price, so nothing is earned.
 */
export const earnPercent = defineEffect({
  code: 'earn-percent',
  title: {
    ru: `начислить {rateBasisPoints} баллами[ {base}]${LIFETIME_TITLE.ru}`,
    en: `earn {rateBasisPoints} in points[ {base}]${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      rateBasisPoints: basisPointsParam({ ru: 'Процент', en: 'Per cent' }, 100_000),
      base: BASE_PARAM,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  phases: [8],
  needsMember: true,
  prepare: (params) => ({
    rate: params.rateBasisPoints,
    base: params.base ?? 'payable',
    lifetime: lifetimeOf(params),
  }),
  apply: ({ rate, base, lifetime }, basket, selection) => {
    const { num, den } = basket.facts.redemption.kopecksPerPoint;
    if (num === 0) return null;
    const money = earningKopecks(base, basket, selection);
    const points = pointsAt({ num: rate * den, den: 10_000 * num }, sum(money));
    const weights = sharingWeights(money, basket, selection);
    return { kind: 'points', points, weights, lifetime };
  },
});
