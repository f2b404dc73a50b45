import { Type } from 'typebox';
import { accountOf } from '../book.ts';
import { incomingLot } from '../incoming.ts';
import {
  defineOperation,
  type EarlierEntry,
  no,
  type OperationContext,
  unknownCurrency,
  yes,
} from '../operation.ts';
import { CLOSED, CURRENCY, EARLIER_OPERATION, POINTS } from '../params.ts';
import { postAccrual } from '../post.ts';
import { postRedemptionReversal } from '../post-reversal.ts';
import { leftOf, type Redeemed, unwind } from '../unwind.ts';
import { carryOut, type Work, workFor } from '../work.ts';

/** Gives spent points back: to the lots they were drawn from, with the dates that those have. */
export const giveBack = defineOperation({
  kind: 'give-back',
  params: Type.Object(
    { currencyCode: CURRENCY, ofOperationId: EARLIER_OPERATION, points: POINTS },
    CLOSED,
  ),
  needs: ['lots', 'earlier-entries'],
  decide(book, { currencyCode, ofOperationId, points }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const own = context.earlier.filter((entry) => entry.currencyCode === currencyCode);
    const redeemed = redeemedBy(own, ofOperationId);
    if (redeemed === undefined) return no('unknown-operation', { path: '/ofOperationId' });
    const leftPoints = leftOf(redeemed);
    if (points > leftPoints) {
      return no('give-back-exceeds-spent', { path: '/points', details: { leftPoints } });
    }
    bringBack(work, unwind(redeemed, points), { context, memo: ofOperationId });
    return yes({ points, leftPoints: leftPoints - points });
  },
});

function redeemedBy(entries: readonly EarlierEntry[], operationId: string): Redeemed | undefined {
  const spent = entries.filter(
    (entry) => entry.operationId === operationId && entry.kind === 'redemption',
  );
  if (spent.length === 0) return undefined;
  const drawn = spent
    .flatMap((entry) => entry.lots)
    .map(({ id, amount }) => ({ id, amount: -amount }));
  const back = entries.filter(
    (entry) => entry.memo === operationId && entry.kind === 'redemption-reversal',
  );
  return {
    drawn,
    lentPoints: -sumOf(spent) - sumOf(drawn),
    givenBackPoints: sumOf(back),
  };
}

function sumOf(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

function bringBack(
  work: Work,
  { lent, shares }: ReturnType<typeof unwind>,
  { context, memo }: { readonly context: OperationContext; readonly memo: string },
): void {
  carryOut(work, (post) => {
    const stillOwed = Math.min(lent, accountOf(work.book, work.currencyCode).debt);
    const cause = { ...work.cause, kind: 'redemption-reversal', memo } as const;
    if (shares.length > 0 || stillOwed > 0) {
      post((before) => postRedemptionReversal(before, shares, { ...cause, lent: stillOwed }));
    }
    if (lent === stillOwed) return;
    // The loan has been repaid meanwhile, from other points: there is no lot that these came from.
    const incoming = { points: lent - stillOwed, promotionCode: 'give-back' };
    const lot = incomingLot(work, incoming, context.newLotId());
    post((before) => postAccrual(before, [lot], cause));
  });
}
