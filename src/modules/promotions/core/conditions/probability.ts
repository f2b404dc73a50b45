import { Type } from 'typebox';
import { drawOf } from '../chance.ts';
import { defineCondition, MET, reason } from '../condition.ts';
import { basisPointsParam, CLOSED } from '../params.ts';

/** A lot drawn once per receipt and promotion: the same receipt always draws the same. */
export const probability = defineCondition({
  code: 'probability',
  title: { ru: 'с вероятностью {chanceBasisPoints}', en: 'with a chance of {chanceBasisPoints}' },
  params: Type.Object(
    { chanceBasisPoints: basisPointsParam({ ru: 'Вероятность', en: 'Chance' }) },
    CLOSED,
  ),
  needs: ['receipt'],
  prepare: ({ chanceBasisPoints }, promotionCode) => ({ chanceBasisPoints, promotionCode }),
  check: ({ chanceBasisPoints, promotionCode }, facts) =>
    drawOf(`${facts.receiptId}|${promotionCode}`) < chanceBasisPoints ? MET : notDrawn,
});

function notDrawn() {
  return reason('not-drawn', { ru: 'в этот раз не повезло', en: 'no luck this time' });
}
