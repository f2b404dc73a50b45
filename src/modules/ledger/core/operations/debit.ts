import { Type } from 'typebox';
import { defineOperation, unknownCurrency } from '../operation.ts';
import { CLOSED, CURRENCY, POINTS, REASON } from '../params.ts';
import { takeAway } from '../take-away.ts';
import { workFor } from '../work.ts';

/** Points taken by hand; what is not there follows the terms. */
export const debit = defineOperation({
  kind: 'debit',
  params: Type.Object({ currencyCode: CURRENCY, points: POINTS, reasonCode: REASON }, CLOSED),
  needs: ['lots'],
  decide(book, { currencyCode, points, reasonCode }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    return takeAway(work, points, {
      policy: work.terms.debt.debit,
      kind: 'debit',
      ofReceiptId: null,
      memo: reasonCode,
    });
  },
});
