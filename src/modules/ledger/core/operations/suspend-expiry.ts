import { Type } from 'typebox';
import { accountOf } from '../book.ts';
import { defineOperation, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY } from '../params.ts';
import { postExpiry, postSuspension } from '../post-lifetime.ts';
import { carryOut, workFor } from '../work.ts';

/**
 * Suspends or resumes burning. What has burnt by then is written off before a suspension and after a
 * resumption, so that it does not matter when the job last came.
 */
export const suspendExpiry = defineOperation({
  kind: 'suspend-expiry',
  params: Type.Object({ currencyCode: CURRENCY, isSuspended: Type.Boolean() }, CLOSED),
  needs: ['lots'],
  decide(book, { currencyCode, isSuspended }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const isChanged = accountOf(book, currencyCode).isExpirySuspended !== isSuspended;
    if (!isChanged) return yes({ isSuspended, isChanged });
    carryOut(work, (post) => {
      post((before) => postExpiry(before, work.cause));
      post((before) => postSuspension(before, isSuspended, work.cause));
      post((before) => postExpiry(before, work.cause));
    });
    return yes({ isSuspended, isChanged });
  },
});
