import { Type } from 'typebox';
import { defineOperation, unknownCurrency } from '../operation.ts';
import { CLOSED, CURRENCY, POINTS, RECEIPT } from '../params.ts';
import { takeAway } from '../take-away.ts';
import { workFor } from '../work.ts';

/** Takes earned points back, from their own receipt's lots first; what is gone follows the terms. */
export const takeBack = defineOperation({
  kind: 'take-back',
  params: Type.Object(
    { currencyCode: CURRENCY, points: POINTS, ofReceiptId: Type.Optional(RECEIPT) },
    CLOSED,
  ),
  needs: ['lots'],
  decide(book, { currencyCode, points, ofReceiptId }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    return takeAway(work, points, {
      policy: work.terms.debt.takeBack,
      kind: 'accrual-reversal',
      ofReceiptId: ofReceiptId ?? context.cause.receiptId,
      memo: null,
    });
  },
});
