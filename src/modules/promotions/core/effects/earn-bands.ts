import { Type } from 'typebox';
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
import { defineEffect } from '../language/effect.ts';
import {
  LIFETIME_PARAMS,
  LIFETIME_TITLE,
  lifetimeOf,
  lifetimeProblems,
} from '../language/lifetime.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { basisPointsParam, CLOSED, kopecksParam, listParam } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';

const BandShape = Type.Object(
  {
    from: kopecksParam({ ru: 'От', en: 'From' }),
    rateBasisPoints: basisPointsParam({ ru: 'Процент', en: 'Per cent' }, 100_000),
  },
  CLOSED,
);

type Band = { readonly from: number; readonly rateBasisPoints: number };

/** Like a share of the money, but each band of it at a rate of its own. */
export const earnBands = defineEffect({
  code: 'earn-bands',
  title: {
    ru: `начислить по ступеням {bands}${BASE_TITLE.ru}${CURRENCY_TITLE.ru}${LIFETIME_TITLE.ru}`,
    en: `earn by bands {bands}${BASE_TITLE.en}${CURRENCY_TITLE.en}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      bands: listParam(BandShape, {
        label: { ru: 'Ступени', en: 'Bands' },
        title: { ru: 'от {from} — {rateBasisPoints}', en: 'from {from} {rateBasisPoints}' },
        maxItems: 50,
      }),
      ...BASE_PARAMS,
      ...CURRENCY_PARAMS,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  needs: () => ['lines', 'member'],
  isSteady: () => true,
  prepare: (params) => ({
    bands: params.bands,
    base: baseOf(params),
    currency: params.currencyCode,
    lifetime: lifetimeOf(params),
  }),
  apply: ({ bands, base, currency, lifetime }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const weighed = weighedSum(bands, readAmounts(trial, base));
    const points = pointsBought([weighed], priceOfPoint(trial, currencyCode));
    grantPoints(trial, { currencyCode, points, lifetime }, trial.amounts);
  },
  problems: (params) => [
    ...baseProblems(params),
    ...lifetimeProblems(params),
    ...orderProblems(params.bands),
  ],
});

/** Each band's own part of the money, times its rate. */
function weighedSum(bands: readonly Band[], money: number): bigint {
  let sum = 0n;
  bands.forEach(({ from, rateBasisPoints }, i) => {
    const to = Math.min(money, bands[i + 1]?.from ?? money);
    sum += BigInt(Math.max(0, to - from)) * BigInt(rateBasisPoints);
  });
  return sum;
}

function orderProblems(bands: readonly Band[]): readonly ParamProblem[] {
  if (bands.every(({ from }, i) => i === 0 || from > (bands[i - 1]?.from ?? 0))) return [];
  const text = { ru: 'Ступени идут по возрастанию.', en: 'Bands must ascend.' };
  return [{ field: 'bands', code: 'bands-out-of-order', text }];
}
