import { Type } from 'typebox';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { addTerm } from '../give/give-terms.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { REDEMPTION_PHASE } from '../language/phases.ts';

/** The selected goods cannot be paid for with points. */
export const redemptionProhibit = defineEffect({
  code: 'redemption-prohibit',
  title: {
    ru: `баллами не оплачивается${CURRENCY_TITLE.ru}`,
    en: `not payable with points${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(CURRENCY_PARAMS, CLOSED),
  kind: 'terms',
  phases: [REDEMPTION_PHASE],
  needs: () => ['lines', 'member'],
  isSteady: () => true,
  prepare: ({ currencyCode }) => currencyCode,
  apply: (currency, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode !== undefined) addTerm(trial, { kind: 'bar', currencyCode });
  },
});
