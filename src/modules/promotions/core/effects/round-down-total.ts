import { Type } from 'typebox';
import { allocate } from '#shared/allocate.ts';
import { selectedPart, sum } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { CLOSED, kopecksParam } from '../params.ts';

/**
 * The receipt's total goes down to a multiple of the step; the difference is spread over the selected
 * lines by price. When they cost less than the difference, nothing happens.
 */
export const roundDownTotal = defineEffect({
  code: 'round-down-total',
  title: {
    ru: 'округлить чек вниз до {stepKopecks}',
    en: 'round the receipt down to {stepKopecks}',
  },
  params: Type.Object({ stepKopecks: kopecksParam({ ru: 'Шаг', en: 'Step' }, 2) }, CLOSED),
  phases: [6],
  needsMember: false,
  prepare: (params) => params.stepKopecks,
  apply: (step, basket, selection) => {
    const excess = sum(basket.discountedKopecks) % step;
    const prices = selectedPart(basket.discountedKopecks, basket, selection);
    if (excess > sum(prices)) return null;
    return { kind: 'discount', kopecksByLine: allocate(excess, prices) };
  },
});
