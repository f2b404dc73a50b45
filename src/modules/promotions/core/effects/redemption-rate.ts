import { Type } from 'typebox';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { addTerm } from '../give/give-terms.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { REDEMPTION_PHASE } from '../language/phases.ts';

const RATE_MAX = 1_000_000_000;

/** What a point pays for on this receipt; of several the highest. */
export const redemptionRate = defineEffect({
  code: 'redemption-rate',
  title: {
    ru: `балл оплачивает {num}/{den} коп.${CURRENCY_TITLE.ru}`,
    en: `a point pays {num}/{den} kopecks${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(
    {
      ...CURRENCY_PARAMS,
      num: countParam({ ru: 'Копеек', en: 'Kopecks …' }, 0, RATE_MAX),
      den: countParam({ ru: 'За столько баллов', en: '… for so many points' }, 1, RATE_MAX),
    },
    CLOSED,
  ),
  kind: 'terms',
  phases: [REDEMPTION_PHASE],
  needs: () => ['member'],
  isSteady: () => true,
  prepare: (params) => params,
  apply: ({ currencyCode: named, num, den }, trial) => {
    const currencyCode = currencyOf(trial, named);
    if (currencyCode !== undefined) addTerm(trial, { kind: 'rate', currencyCode, num, den });
  },
});
