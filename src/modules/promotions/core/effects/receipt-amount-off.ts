import { Type } from 'typebox';
import { divFloor } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { costOf, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import { isFixed, valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/**
 * A sum off the receipt, or off each full step of what the selected goods cost, spread over them by
 * price.
 */
export const receiptAmountOff = defineEffect({
  code: 'receipt-amount-off',
  title: {
    ru: 'скидка на чек {amountKopecks}[ за каждые {perEachKopecks}]',
    en: '{amountKopecks} off the receipt[ for each {perEachKopecks}]',
  },
  params: Type.Object(
    {
      amountKopecks: valueParam('kopecks', { ru: 'Скидка', en: 'Discount' }, { minimum: 1 }),
      perEachKopecks: Type.Optional(kopecksParam({ ru: 'За каждые', en: 'For each' }, 1)),
    },
    CLOSED,
  ),
  kind: 'price',
  phases: [4, 5],
  needs: ({ amountKopecks }) => ['lines', ...valueNeeds(amountKopecks)],
  isSteady: ({ amountKopecks }) => isFixed(amountKopecks),
  prepare: ({ amountKopecks, perEachKopecks = 0 }, context) => ({
    amount: compileValue(amountKopecks, context),
    perEach: perEachKopecks,
  }),
  apply: ({ amount, perEach }, trial) => {
    const { count } = trial.selection;
    const steps = perEach === 0 ? 1 : divFloor(costOf(trial, 0, count), perEach);
    const kopecks = Math.min(AMOUNT_MAX, valueOf(amount, trial) * steps);
    takeOffTogether(trial, { from: 0, to: count, kopecks });
  },
});
