import { Type } from 'typebox';
import { fitInto } from '../basket/numbers.ts';
import { CURRENCY_PARAMS, CURRENCY_TITLE, currencyOf } from '../give/earning.ts';
import { readPlainAmounts } from '../give/give-points.ts';
import { allow, allowanceRoom } from '../give/give-terms.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { REDEMPTION_PHASE } from '../language/phases.ts';
import { valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** Lets points pay for a sum of the selected goods. */
export const redemptionAmount = defineEffect({
  code: 'redemption-amount',
  title: {
    ru: `баллами до {amountKopecks}${CURRENCY_TITLE.ru}`,
    en: `up to {amountKopecks} payable with points${CURRENCY_TITLE.en}`,
  },
  params: Type.Object(
    {
      amountKopecks: valueParam('kopecks', { ru: 'Сумма', en: 'Amount' }, { minimum: 1 }),
      ...CURRENCY_PARAMS,
    },
    CLOSED,
  ),
  kind: 'redeemable',
  phases: [REDEMPTION_PHASE],
  needs: ({ amountKopecks }) => ['lines', 'member', ...valueNeeds(amountKopecks)],
  prepare: ({ amountKopecks, currencyCode }, context) => ({
    amount: compileValue(amountKopecks, context),
    currency: currencyCode,
  }),
  apply: ({ amount, currency }, trial) => {
    const currencyCode = currencyOf(trial, currency);
    if (currencyCode === undefined) return;
    const { amounts, rooms, off, selection } = trial;
    const { count } = selection;
    readPlainAmounts(trial);
    for (let place = 0; place < count; place += 1) {
      rooms[place] = allowanceRoom(trial, currencyCode, place);
    }
    // Nothing is taken off in this phase, so the room for it is free to work in.
    fitInto(off, { total: valueOf(amount, trial), weights: amounts, rooms, count });
    for (let place = 0; place < count; place += 1) {
      allow(trial, currencyCode, { place, kopecks: off[place] ?? 0 });
    }
    off.fill(0, 0, count);
  },
});
