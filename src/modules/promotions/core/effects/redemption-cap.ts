import { Type } from 'typebox';
import { mulDivFloor } from '#shared/ratio.ts';
import { shareInto } from '../basket/numbers.ts';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { readPlainAmounts } from '../give/give-points.ts';
import { allow } from '../give/give-terms.ts';
import { defineEffect } from '../language/effect.ts';
import { basisPointsParam, CLOSED } from '../language/params.ts';
import { REDEMPTION_PHASE } from '../language/phases.ts';

/**
 * Lets points pay for a share of the selected goods, rounded down to a kopeck on their total. Without
 * any such effect points pay for nothing.
 */
export const redemptionCap = defineEffect({
  code: 'redemption-cap',
  title: {
    ru: `баллами до {shareBasisPoints}${CURRENCY_TITLE.ru}`,
    en: `up to {shareBasisPoints} payable with points${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(
    {
      shareBasisPoints: basisPointsParam({ ru: 'Доля', en: 'Share' }),
      ...CURRENCY_PARAMS,
    },
    CLOSED,
  ),
  kind: 'redeemable',
  phases: [REDEMPTION_PHASE],
  needs: () => ['lines', 'member'],
  prepare: ({ shareBasisPoints, currencyCode }) => ({
    share: shareBasisPoints,
    currency: currencyCode,
  }),
  apply: ({ share, currency }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const { amounts, selection } = trial;
    const total = mulDivFloor(readPlainAmounts(trial), share, 10_000);
    shareInto(amounts, { total, weights: amounts, count: selection.count });
    for (let place = 0; place < selection.count; place += 1) {
      allow(trial, currencyCode, { place, kopecks: amounts[place] ?? 0 });
    }
  },
});
