import { Type } from 'typebox';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { addTerm } from '../give/give-terms.ts';
import { defineEffect } from '../language/effect.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { CLOSED, pointsParam } from '../language/params.ts';
import { REDEMPTION_PHASE } from '../language/phases.ts';

/** How many points may be paid at least, at most, and by what step; of several the strictest. */
export const redemptionSteps = defineEffect({
  code: 'redemption-steps',
  title: {
    ru: `баллами[ от {minPoints}][ до {maxPoints}][ по {stepPoints}]${CURRENCY_TITLE.ru}`,
    en: `points[ from {minPoints}][ up to {maxPoints}][ in steps of {stepPoints}]${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(
    {
      ...CURRENCY_PARAMS,
      minPoints: Type.Optional(pointsParam({ ru: 'Не меньше', en: 'At least' })),
      stepPoints: Type.Optional(pointsParam({ ru: 'Шаг', en: 'Step' })),
      maxPoints: Type.Optional(pointsParam({ ru: 'Не больше', en: 'At most' })),
    },
    CLOSED,
  ),
  kind: 'terms',
  phases: [REDEMPTION_PHASE],
  needs: () => ['member'],
  isSteady: () => true,
  prepare: ({ currencyCode, minPoints = 0, stepPoints = 1, maxPoints = 0 }) => ({
    currency: currencyCode,
    minPoints,
    stepPoints,
    maxPoints,
  }),
  apply: ({ currency, ...steps }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode !== undefined) addTerm(trial, { kind: 'steps', currencyCode, ...steps });
  },
  problems: ({ minPoints, stepPoints, maxPoints }): readonly ParamProblem[] => {
    const isEmpty = (minPoints ?? stepPoints ?? maxPoints) === undefined;
    const isCrossed = (minPoints ?? 0) > (maxPoints ?? Number.MAX_SAFE_INTEGER);
    if (!isEmpty && !isCrossed) return [];
    const text = {
      ru: 'Назовите шаг или границы; нижняя не выше верхней.',
      en: 'Name a step or bounds, the lower not above the upper.',
    };
    return [{ field: 'minPoints', code: 'steps-unclear', text }];
  },
});
