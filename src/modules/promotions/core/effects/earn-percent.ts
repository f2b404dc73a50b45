import { Type } from 'typebox';
import type { Ratio } from '#shared/ratio.ts';
import {
  BASE_PARAMS,
  BASE_TITLE,
  baseOf,
  baseProblems,
  CURRENCY_PARAMS,
  CURRENCY_TITLE,
  currencyOf,
  pointsBought,
  priceOfPoint,
} from '../give/earning.ts';
import { grantPoints, readAmounts } from '../give/give-points.ts';
import { weigh } from '../give/weigh.ts';
import { defineEffect } from '../language/effect.ts';
import {
  LIFETIME_PARAMS,
  LIFETIME_TITLE,
  lifetimeOf,
  lifetimeProblems,
} from '../language/lifetime.ts';
import { CLOSED } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { isFixed, valueAt } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const RATE_MAX = 100_000;

/**
 * A share of the money back in points, at the price of a point; rounded down once per receipt. A
 * currency whose points pay for nothing has no price, so nothing is earned.
 */
export const earnPercent = defineEffect({
  code: 'earn-percent',
  title: {
    ru: `начислить {rateBasisPoints} баллами${BASE_TITLE.ru}${CURRENCY_TITLE.ru}${LIFETIME_TITLE.ru}`,
    en: `earn {rateBasisPoints} in points${BASE_TITLE.en}${CURRENCY_TITLE.en}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      rateBasisPoints: valueParam(
        'basis-points',
        { ru: 'Процент', en: 'Per cent' },
        { minimum: 1, maximum: RATE_MAX, isPerLine: true },
      ),
      ...BASE_PARAMS,
      ...CURRENCY_PARAMS,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  needs: ({ rateBasisPoints }) => ['lines', 'member', ...valueNeeds(rateBasisPoints)],
  isSteady: ({ rateBasisPoints }) => isFixed(rateBasisPoints),
  prepare: (params, context) => ({
    rate: compileValue(params.rateBasisPoints, context),
    base: baseOf(params),
    currency: params.currencyCode,
    lifetime: lifetimeOf(params),
  }),
  apply: ({ rate, base, currency, lifetime }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const total = readAmounts(trial, base);
    const price = priceOfPoint(trial, currencyCode);
    // One rate for all shares points out as the money does.
    const points = rate.isPerLine
      ? byRates(trial, rate, price)
      : pointsBought([total, rateAt(rate, trial, 0)], price);
    grantPoints(trial, { currencyCode, points, lifetime }, trial.amounts);
  },
  problems: (params) => [...baseProblems(params), ...lifetimeProblems(params)],
});

/** Points for the money in `trial.amounts`, each place at the rate of its line. */
function byRates(trial: Trial, rate: CompiledValue, price: Ratio): number {
  return weigh(trial, {
    amountAt: (place) => trial.amounts[place] ?? 0,
    factorAt: (place) => rateAt(rate, trial, place),
    resultOf: (money) => pointsBought([money], price),
  });
}

function rateAt(rate: CompiledValue, trial: Trial, place: number): number {
  return Math.min(valueAt(rate, trial, place), RATE_MAX);
}
