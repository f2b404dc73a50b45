import { Type } from 'typebox';
import { mulDivHalfUp } from '#shared/ratio.ts';
import { selectedPart } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { basisPointsParam, CLOSED } from '../params.ts';
import { DISCOUNT_PHASES } from '../phases.ts';

/** A share of the price off each selected line, rounded to the nearest kopeck line by line. */
export const percentOff = defineEffect({
  code: 'percent-off',
  title: { ru: 'скидка {rateBasisPoints}', en: '{rateBasisPoints} off' },
  params: Type.Object(
    { rateBasisPoints: basisPointsParam({ ru: 'Скидка', en: 'Discount' }) },
    CLOSED,
  ),
  phases: DISCOUNT_PHASES,
  needsMember: false,
  prepare: (params) => params.rateBasisPoints,
  apply: (rate, basket, selection) => {
    const prices = selectedPart(basket.discountedKopecks, basket, selection);
    const kopecksByLine = prices.map((price) => mulDivHalfUp(price, rate, 10_000));
    return { kind: 'discount', kopecksByLine };
  },
});
