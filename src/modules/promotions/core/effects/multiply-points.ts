import { Type } from 'typebox';
import { selectedPart, sum } from '../basket.ts';
import { pointsAt } from '../earning.ts';
import { defineEffect } from '../effect.ts';
import { LIFETIME_PARAMS, LIFETIME_TITLE, lifetimeOf } from '../lifetime.ts';
import { CLOSED, factorParam } from '../params.ts';

/**
 * Adds (factor − 1) × the points that this receipt's selected goods earned before it, rounded down
 * once. Its group runs after the groups that earn. Two multipliers in a `sum` group both count from the
 * same points, ×2 and ×3 giving ×4; in a `chain` group the second multiplies the first's too, giving ×6.
 */
export const multiplyPoints = defineEffect({
  code: 'multiply-points',
  title: {
    ru: `баллы ×{factorHundredths}${LIFETIME_TITLE.ru}`,
    en: `points ×{factorHundredths}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      factorHundredths: factorParam({ ru: 'Множитель, сотые', en: 'Factor, hundredths' }),
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  phases: [8],
  needsMember: true,
  isLate: true,
  prepare: (params) => ({
    extraHundredths: params.factorHundredths - 100,
    lifetime: lifetimeOf(params),
  }),
  apply: ({ extraHundredths, lifetime }, basket, selection) => {
    // A copy: the basket's own numbers grow while the points are given out.
    const weights = selectedPart(basket.points, basket, selection).slice();
    const points = pointsAt({ num: extraHundredths, den: 100 }, sum(weights));
    return { kind: 'points', points, weights, lifetime };
  },
});
