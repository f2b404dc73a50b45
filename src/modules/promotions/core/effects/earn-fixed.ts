import { Type } from 'typebox';
import type { Stage } from '../basket/stage.ts';
import {
  BASE_PARAMS,
  baseOf,
  baseProblems,
  CURRENCY_PARAMS,
  CURRENCY_TITLE,
  currencyOf,
  pointsFor,
} from '../give/earning.ts';
import { milliAt } from '../give/give-money.ts';
import { grantPoints, readAmounts } from '../give/give-points.ts';
import { weigh } from '../give/weigh.ts';
import { defineEffect } from '../language/effect.ts';
import {
  LIFETIME_PARAMS,
  LIFETIME_TITLE,
  lifetimeOf,
  lifetimeProblems,
} from '../language/lifetime.ts';
import { CLOSED, choice, optionParam, optionsOf } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { isFixed, valueAt, valueOf } from '../play/value-at.ts';
import { linesOf, placesBySku } from '../select/selected-skus.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const PER_PARAM = optionsOf(
  optionParam('receipt', { ru: 'за чек', en: 'per receipt' }),
  optionParam('unit', { ru: 'за каждую единицу', en: 'per unit' }),
  optionParam('sku', { ru: 'за каждый артикул', en: 'per SKU' }),
  optionParam('line', { ru: 'за каждую позицию', en: 'per line' }),
  optionParam('set', { ru: 'за каждый набор', en: 'per set' }),
  optionParam('kilogram', { ru: 'за каждый килограмм', en: 'per kilogram' }),
);

type Per = (typeof PER_PARAM)[number]['const'];

/** A set number of points, once or for each of something; a weighed line is one unit. */
export const earnFixed = defineEffect({
  code: 'earn-fixed',
  title: {
    ru: `начислить {points} {per}${CURRENCY_TITLE.ru}${LIFETIME_TITLE.ru}`,
    en: `earn {points} {per}${CURRENCY_TITLE.en}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      points: valueParam('points', { ru: 'Баллы', en: 'Points' }, { minimum: 1, isPerLine: true }),
      per: Type.Union(PER_PARAM, choice({ ru: 'За что', en: 'For what' })),
      ...BASE_PARAMS,
      ...CURRENCY_PARAMS,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  needs: ({ points }) => ['lines', 'member', ...valueNeeds(points)],
  worksWithoutGoods: ({ per }) => per === 'receipt',
  isSteady: ({ points }) => isFixed(points),
  prepare: (params, context) => ({
    points: compileValue(params.points, context),
    pointsBy: WAYS[params.per],
    base: baseOf(params),
    currency: params.currencyCode,
    lifetime: lifetimeOf(params),
  }),
  apply: ({ points: each, pointsBy, base, currency, lifetime }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const points = pointsBy(trial, each, base);
    grantPoints(trial, { currencyCode, points, lifetime }, trial.amounts);
  },
  problems: (params) => [...baseProblems(params), ...lifetimeProblems(params)],
});

/** Gives the points in all, and leaves in `trial.amounts` what they are shared out by. */
type Way = (trial: Trial, each: CompiledValue, base: Stage) => number;

const times =
  (count: (trial: Trial) => number): Way =>
  (trial, each, base) => {
    readAmounts(trial, base);
    return pointsFor(count(trial), valueOf(each, trial), 1);
  };

/** Weights are what there is of each place, times its points where these differ. */
const weighed =
  (amountAt: (trial: Trial, place: number) => number, per: number): Way =>
  (trial, each) =>
    weigh(trial, {
      amountAt: (place) => amountAt(trial, place),
      factorAt: (place) => (each.isPerLine ? valueAt(each, trial, place) : 1),
      resultOf: (total) => pointsFor(total, each.isPerLine ? 1 : valueOf(each, trial), per),
    });

const WAYS: Readonly<Record<Per, Way>> = {
  receipt: times(() => 1),
  sku: times((trial) => placesBySku(trial).length),
  line: times(linesOf),
  set: times(({ selection }) => selection.sets),
  unit: weighed(({ selection }, place) => selection.targets[place] ?? 0, 1),
  kilogram: weighed(milliAt, 1000),
};
