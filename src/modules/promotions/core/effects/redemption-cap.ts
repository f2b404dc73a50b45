import { Type } from 'typebox';
import { allocate } from '#shared/allocate.ts';
import { mulDivFloor } from '#shared/ratio.ts';
import { selectedPart, sum } from '../basket.ts';
import { defineEffect } from '../effect.ts';
import { basisPointsParam, CLOSED } from '../params.ts';
import { REDEMPTION_PHASE } from '../phases.ts';

/**
 * Lets points pay for a share of the selected goods, rounded down to a kopeck on their total. Without
 * any such effect points pay for nothing.
 */
export const redemptionCap = defineEffect({
  code: 'redemption-cap',
  title: {
    ru: 'баллами до {shareBasisPoints}',
    en: 'up to {shareBasisPoints} payable with points',
  },
  params: Type.Object({ shareBasisPoints: basisPointsParam({ ru: 'Доля', en: 'Share' }) }, CLOSED),
  phases: [REDEMPTION_PHASE],
  needsMember: true,
  prepare: (params) => params.shareBasisPoints,
  apply: (share, basket, selection) => {
    const prices = selectedPart(basket.discountedKopecks, basket, selection);
    return {
      kind: 'redeemable',
      kopecksByLine: allocate(mulDivFloor(sum(prices), share, 10_000), prices),
    };
  },
});
