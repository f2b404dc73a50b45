import { Type } from 'typebox';
import { allocate } from '#shared/allocate.ts';
import { divFloor } from '#shared/ratio.ts';
import { selectedPart, sum } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { CLOSED, kopecksParam } from '../params.ts';

/**
 * A sum off the receipt, or off each full step of it, spread over the selected lines by price. Steps
 * are counted on what the selected goods cost after the discounts so far.
 */
export const receiptAmountOff = defineEffect({
  code: 'receipt-amount-off',
  title: {
    ru: 'скидка на чек {amountKopecks}[ за каждые {perEachKopecks}]',
    en: '{amountKopecks} off the receipt[ for each {perEachKopecks}]',
  },
  params: Type.Object(
    {
      amountKopecks: kopecksParam({ ru: 'Скидка', en: 'Discount' }, 1),
      perEachKopecks: Type.Optional(kopecksParam({ ru: 'За каждые', en: 'For each' }, 1)),
    },
    CLOSED,
  ),
  phases: [4, 5],
  needsMember: false,
  prepare: (params) => params,
  apply: ({ amountKopecks, perEachKopecks }, basket, selection) => {
    const prices = selectedPart(basket.discountedKopecks, basket, selection);
    const total = sum(prices);
    const steps = perEachKopecks === undefined ? 1 : divFloor(total, perEachKopecks);
    // Beyond the total nothing changes, so the product cannot leave the safe integers unnoticed.
    const discount =
      steps > divFloor(Math.max(total - 1, 0), amountKopecks) ? total : steps * amountKopecks;
    return { kind: 'discount', kopecksByLine: allocate(discount, prices) };
  },
});
