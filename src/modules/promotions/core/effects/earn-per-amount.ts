import { Type } from 'typebox';
import { divFloor } from '#shared/ratio.ts';
import { sum } from '../basket.ts';
import { BASE_PARAM, earningKopecks, pointsAt, sharingWeights } from '../earning.ts';
import { defineEffect } from '../effect.ts';
import { LIFETIME_PARAMS, LIFETIME_TITLE, lifetimeOf } from '../lifetime.ts';
import { CLOSED, kopecksParam, pointsParam } from '../params.ts';

/** Points for each full step of the selected money. */
export const earnPerAmount = defineEffect({
  code: 'earn-per-amount',
  title: {
    ru: `{points} за каждые {perKopecks}[ {base}]${LIFETIME_TITLE.ru}`,
    en: `{points} for each {perKopecks}[ {base}]${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      points: pointsParam({ ru: 'Баллы', en: 'Points' }),
      perKopecks: kopecksParam({ ru: 'За каждые', en: 'For each' }, 1),
      base: BASE_PARAM,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  phases: [8],
  needsMember: true,
  prepare: (params) => ({
    points: params.points,
    perKopecks: params.perKopecks,
    base: params.base ?? 'payable',
    lifetime: lifetimeOf(params),
  }),
  apply: ({ points, perKopecks, base, lifetime }, basket, selection) => {
    const money = earningKopecks(base, basket, selection);
    const total = pointsAt({ num: points, den: 1 }, divFloor(sum(money), perKopecks));
    const weights = sharingWeights(money, basket, selection);
    return { kind: 'points', points: total, weights, lifetime };
  },
});
