import { Type } from 'typebox';
import { bringIn } from '../incoming.ts';
import { defineOperation, unknownCurrency } from '../operation.ts';
import { CLOSED, CURRENCY, LIFETIME, POINTS, REASON } from '../params.ts';
import { workFor } from '../work.ts';

/** Points given by hand; they repay debt first. */
export const credit = defineOperation({
  kind: 'credit',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      points: POINTS,
      reasonCode: REASON,
      lifetime: Type.Optional(LIFETIME),
    },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, points, reasonCode, lifetime }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const incoming = { points, promotionCode: reasonCode, lifetime };
    return bringIn(work, incoming, { context, kind: 'credit', memo: reasonCode });
  },
});
