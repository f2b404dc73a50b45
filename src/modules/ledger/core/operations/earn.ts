import { Type } from 'typebox';
import { bringIn } from '../incoming.ts';
import { defineOperation, unknownCurrency } from '../operation.ts';
import { CLOSED, CURRENCY, FUNDER, LIFETIME, POINTS, PROMOTION } from '../params.ts';
import { workFor } from '../work.ts';

/** Points that a promotion gives; they repay debt first. An activity. */
export const earn = defineOperation({
  kind: 'earn',
  params: Type.Object(
    {
      currencyCode: CURRENCY,
      points: POINTS,
      promotionCode: PROMOTION,
      funderCode: Type.Optional(FUNDER),
      lifetime: Type.Optional(LIFETIME),
    },
    CLOSED,
  ),
  needs: [],
  decide(book, { currencyCode, ...incoming }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    return bringIn(work, incoming, { context, kind: 'accrual', isActivity: true });
  },
});
