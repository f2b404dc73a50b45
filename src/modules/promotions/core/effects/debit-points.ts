import { Type } from 'typebox';
import { availablePoints } from '../basket/available-points.ts';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { debitPoints } from '../give/give-points.ts';
import { defineEffect } from '../language/effect.ts';
import { lifetimeOf } from '../language/lifetime.ts';
import { CLOSED } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';
import type { Trial } from '../play/trial.ts';
import { valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** Takes points from the balance, as many as there are left. */
export const debitPointsEffect = defineEffect({
  code: 'debit-points',
  title: {
    ru: `списать {points}${CURRENCY_TITLE.ru}`,
    en: `take {points}${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(
    {
      points: valueParam('points', { ru: 'Баллы', en: 'Points' }, { minimum: 1 }),
      ...CURRENCY_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  needs: ({ points, currencyCode = 'main' }) => [
    'member',
    `balance:${currencyCode}`,
    ...valueNeeds(points),
  ],
  worksWithoutGoods: () => true,
  prepare: ({ points, currencyCode }, context) => ({
    points: compileValue(points, context),
    currency: currencyCode,
    lifetime: lifetimeOf({}),
  }),
  apply: ({ points, currency, lifetime }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const left = availablePoints(trial.basket, currencyCode) - takenBefore(trial, currencyCode);
    const taken = Math.min(valueOf(points, trial), Math.max(0, left));
    debitPoints(trial, { currencyCode, points: taken, lifetime });
  },
});

/** What earlier effects of the promotion take. */
function takenBefore({ grants, grantCount }: Trial, currencyCode: string): number {
  let taken = 0;
  for (let i = 0; i < grantCount; i += 1) {
    const grant = grants[i];
    if (grant?.currencyCode === currencyCode && grant.points < 0) taken -= grant.points;
  }
  return taken;
}
