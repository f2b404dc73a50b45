import { Type } from 'typebox';
import { stateOf } from '../book.ts';
import { freeIn } from '../draw.ts';
import { feeShare } from '../fee.ts';
import { incomingLot, incomingProblem, lotFacts } from '../incoming.ts';
import { move } from '../move.ts';
import { defineOperation, no, type OperationContext, unknownCurrency, yes } from '../operation.ts';
import { CLOSED, CURRENCY } from '../params.ts';
import { type NewLot, postAccrual } from '../post.ts';
import { burntLots, postExpiry } from '../post-lifetime.ts';
import { carryOut, type Work, workFor } from '../work.ts';

const DAY_MS = 86_400_000;

/** Brings back, for a fee in points, what has burnt lately; what burnt once comes back once. */
export const reactivate = defineOperation({
  kind: 'reactivate',
  params: Type.Object({ currencyCode: CURRENCY }, CLOSED),
  needs: ['lots', 'expiries'],
  decide(book, { currencyCode }, context) {
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    const { reactivation } = work.terms;
    if (reactivation === null) return no('reactivation-not-allowed', { path: '/currencyCode' });
    const points = burntBefore(currencyCode, reactivation.withinDays, context) + burntNow(work);
    const feePoints = feeShare(points, reactivation.feeBasisPoints);
    if (points === feePoints) return no('nothing-to-reactivate', { path: '/currencyCode' });
    const incoming = { points, promotionCode: 'reactivation', lifetime: reactivation.lifetime };
    const problem = incomingProblem(work, incoming);
    if (problem !== undefined) return problem;
    const lot = incomingLot(work, incoming, context.newLotId());
    carryBack(work, lot, feePoints);
    const { lotId, ...dates } = lotFacts(lot);
    return yes({ points, feePoints, lotId, ...dates });
  },
});

/** Points written off within the days, and since they were last brought back. */
function burntBefore(currencyCode: string, days: number, context: OperationContext): number {
  const since = context.cause.postedAt - days * DAY_MS;
  let points = 0;
  for (const entry of context.earlier) {
    if (entry.currencyCode !== currencyCode) continue;
    if (entry.kind === 'reactivation') points = 0;
    if (entry.kind === 'expiry' && entry.postedAt >= since) points -= entry.amount;
  }
  return points;
}

/** Points that have burnt and are not written off yet. */
function burntNow({ book, currencyCode, cause }: Work): number {
  return freeIn(burntLots(stateOf(book, currencyCode), cause.postedAt));
}

function carryBack(work: Work, lot: NewLot, feePoints: number): void {
  carryOut(work, (post) => {
    post((before) => postExpiry(before, work.cause));
    const as = { ...work.cause, kind: 'reactivation', spared: feePoints } as const;
    post((before) => postAccrual(before, [lot], as));
    if (feePoints === 0) return;
    const shares = [{ id: lot.id, amount: -feePoints }];
    post((before) => move(before, { kind: 'fee', cause: work.cause, shares }));
  });
}
