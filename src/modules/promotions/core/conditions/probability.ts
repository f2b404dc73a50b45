import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { basisPointsParam, CLOSED } from '../language/params.ts';
import { drawOf, drawSeed } from '../play/chance.ts';

const LOTS = 10_000;

/** A lot drawn once per receipt and promotion: the same receipt always draws the same. */
export const probability = defineCondition({
  code: 'probability',
  title: { ru: 'с вероятностью {chanceBasisPoints}', en: 'with a chance of {chanceBasisPoints}' },
  params: Type.Object(
    { chanceBasisPoints: basisPointsParam({ ru: 'Вероятность', en: 'Chance' }) },
    CLOSED,
  ),
  class: 'state',
  needs: ['receipt'],
  prepare: ({ chanceBasisPoints }, context) => {
    const draw = context.nextDraw();
    const tail = draw === 0 ? '' : `|${draw}`;
    return { chance: chanceBasisPoints, promotionCode: context.promotion.code, tail };
  },
  check: ({ chance, promotionCode, tail }, _facts, basket) =>
    drawOf(drawSeed(basket, promotionCode, tail), LOTS) < chance ? MET : FAR,
  why: () => ({
    code: 'not-drawn',
    text: { ru: 'в этот раз не повезло', en: 'no luck this time' },
  }),
});
