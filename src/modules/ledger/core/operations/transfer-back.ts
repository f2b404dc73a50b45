import { Type } from 'typebox';
import { closeTransit } from '../close-transit.ts';
import { defineOperation, type OperationContext, yes } from '../operation.ts';
import { CLOSED, TRANSIT } from '../params.ts';
import { postRedemptionReversal } from '../post-reversal.ts';
import { carryOut, workIn } from '../work.ts';

/**
 * Points that could not be received come back: into the lots they left, with the fee that was paid and the
 * debt that went along. For a transit of any kind.
 */
export const transferBack = defineOperation({
  kind: 'transfer-back',
  params: Type.Object({ transitId: TRANSIT }, CLOSED),
  needs: ['lots', 'transit'],
  decide(book, { transitId }, context) {
    const closed = closeTransit(context, 'returned');
    if ('isGood' in closed) return closed;
    for (const { currencyCode, debt, lots } of closed.cargo) {
      const work = workIn(book, currencyCode, context);
      const shares = lots.map((lot) => ({ id: lot.fromLotId, amount: lot.points }));
      const fee = feeShares(currencyCode, transitId, context);
      const cause = { ...work.cause, memo: transitId };
      carryOut(work, (post) => {
        const as = { ...cause, kind: 'transfer-back', owed: debt } as const;
        post((before) => postRedemptionReversal(before, shares, as));
        if (fee.length === 0) return;
        post((before) => postRedemptionReversal(before, fee, { ...cause, kind: 'fee' }));
      });
    }
    return yes({ transitId }, closed);
  },
});

/** What the fee was drawn from. */
function feeShares(currencyCode: string, transitId: string, { earlier }: OperationContext) {
  return earlier
    .filter((entry) => entry.kind === 'fee' && entry.operationId === transitId)
    .filter((entry) => entry.currencyCode === currencyCode)
    .flatMap((entry) => entry.lots.map(({ id, amount }) => ({ id, amount: -amount })));
}
