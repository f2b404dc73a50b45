import { Type } from 'typebox';
import { mulDivHalfUp } from '#shared/ratio.ts';
import { selectedPart } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { CLOSED, kopecksParam } from '../params.ts';
import { DISCOUNT_PHASES } from '../phases.ts';

/**
 * A price of one whole unit (piece, kilogram, litre) instead of the present one; a line that is
 * already cheaper stays as it is. Parts of a unit are rounded to the nearest kopeck.
 */
export const fixedPrice = defineEffect({
  code: 'fixed-price',
  title: { ru: 'цена {priceKopecks} за единицу', en: 'price {priceKopecks} per unit' },
  params: Type.Object({ priceKopecks: kopecksParam({ ru: 'Цена', en: 'Price' }) }, CLOSED),
  phases: DISCOUNT_PHASES,
  needsMember: false,
  prepare: (params) => params.priceKopecks,
  apply: (priceKopecks, basket, selection) => ({
    kind: 'discount',
    kopecksByLine: selectedPart(basket.discountedKopecks, basket, selection).map((price, i) =>
      Math.max(0, price - mulDivHalfUp(priceKopecks, selection[i] ?? 0, 1000)),
    ),
  }),
});
