import { Type } from 'typebox';
import { divFloor } from '#shared/ratio.ts';
import {
  BASE_PARAMS,
  BASE_TITLE,
  baseOf,
  baseProblems,
  CURRENCY_PARAMS,
  CURRENCY_TITLE,
  currencyOf,
  pointsFor,
} from '../give/earning.ts';
import { grantPoints, readAmounts } from '../give/give-points.ts';
import { defineEffect } from '../language/effect.ts';
import {
  LIFETIME_PARAMS,
  LIFETIME_TITLE,
  lifetimeOf,
  lifetimeProblems,
} from '../language/lifetime.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';
import { isFixed, valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** Points for each full step of the money. */
export const earnPerAmount = defineEffect({
  code: 'earn-per-amount',
  title: {
    ru: `{points} за каждые {perKopecks}${BASE_TITLE.ru}${CURRENCY_TITLE.ru}${LIFETIME_TITLE.ru}`,
    en: `{points} for each {perKopecks}${BASE_TITLE.en}${CURRENCY_TITLE.en}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      points: valueParam('points', { ru: 'Баллы', en: 'Points' }, { minimum: 1 }),
      perKopecks: kopecksParam({ ru: 'За каждые', en: 'For each' }, 1),
      ...BASE_PARAMS,
      ...CURRENCY_PARAMS,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  needs: ({ points }) => ['lines', 'member', ...valueNeeds(points)],
  isSteady: ({ points }) => isFixed(points),
  prepare: (params, context) => ({
    points: compileValue(params.points, context),
    perKopecks: params.perKopecks,
    base: baseOf(params),
    currency: params.currencyCode,
    lifetime: lifetimeOf(params),
  }),
  apply: ({ points: each, perKopecks, base, currency, lifetime }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const steps = divFloor(readAmounts(trial, base), perKopecks);
    const points = pointsFor(steps, valueOf(each, trial), 1);
    grantPoints(trial, { currencyCode, points, lifetime }, trial.amounts);
  },
  problems: (params) => [...baseProblems(params), ...lifetimeProblems(params)],
});
