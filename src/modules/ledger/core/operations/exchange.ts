import { Type } from 'typebox';
import { mulDivFloor } from '#shared/ratio.ts';
import { feeShare } from '../fee.ts';
import { incomingLot, incomingProblem } from '../incoming.ts';
import {
  defineOperation,
  type Exchange,
  insufficientPoints,
  no,
  unknownCurrency,
  yes,
} from '../operation.ts';
import { CLOSED, CURRENCY, POINTS, POINTS_MAX } from '../params.ts';
import { postAccrual, postRedemption } from '../post.ts';
import { carryOut, standingIn, type Work, workFor } from '../work.ts';

/** Points of one currency for points of another, less the fee. */
export const exchange = defineOperation({
  kind: 'exchange',
  params: Type.Object({ fromCode: CURRENCY, toCode: CURRENCY, points: POINTS }, CLOSED),
  needs: ['lots'],
  decide(book, { fromCode, toCode, points }, context) {
    const from = workFor(book, fromCode, context);
    if (from === undefined) return unknownCurrency('/fromCode');
    const to = workFor(book, toCode, context);
    if (to === undefined) return unknownCurrency('/toCode');
    const rate = fromCode === toCode ? undefined : context.exchangeOf(fromCode, toCode);
    if (rate === undefined) return no('exchange-not-allowed', { path: '/toCode' });
    const deal = dealOf(points, rate);
    if (deal.toPoints === 0) return no('exchange-too-small', { path: '/points' });
    if (deal.toPoints > POINTS_MAX) return no('points-out-of-range', { path: '/points' });
    const { availablePoints } = standingIn(from);
    if (points > availablePoints) return insufficientPoints(availablePoints);
    const problem = incomingProblem(to, { points: deal.toPoints });
    if (problem !== undefined) return problem;
    const lotId = context.newLotId();
    carryDeal({
      from,
      to,
      ...deal,
      lotId,
      memo: `${fromCode}:${points}>${toCode}:${deal.toPoints}`,
    });
    return yes({ points, feePoints: deal.feePoints, toPoints: deal.toPoints, lotId });
  },
});

/** What is exchanged after the fee, the fee, and what comes of it; rounded down. */
function dealOf(points: number, rate: Exchange) {
  const feePoints = feeShare(points, rate.feeBasisPoints);
  const netPoints = points - feePoints;
  // Beyond what can be counted it is beyond what may be moved: the operation refuses it.
  const isCountable = netPoints <= mulDivFloor(POINTS_MAX, rate.fromPoints, rate.toPoints) + 1;
  const toPoints = isCountable
    ? mulDivFloor(netPoints, rate.toPoints, rate.fromPoints)
    : POINTS_MAX + 1;
  return { feePoints, netPoints, toPoints };
}

type Deal = ReturnType<typeof dealOf> & {
  readonly from: Work;
  readonly to: Work;
  readonly lotId: string;
  readonly memo: string;
};

function carryDeal({ from, to, feePoints, netPoints, toPoints, lotId, memo }: Deal): void {
  carryOut(from, (post) => {
    const cause = { ...from.cause, kind: 'exchange-out', memo } as const;
    post((before) => postRedemption(before, netPoints, cause));
    if (feePoints === 0) return;
    post((before) => postRedemption(before, feePoints, { ...from.cause, kind: 'fee' }));
  });
  carryOut(to, (post) => {
    const lot = incomingLot(to, { points: toPoints, promotionCode: 'exchange' }, lotId);
    post((before) => postAccrual(before, [lot], { ...to.cause, kind: 'exchange-in', memo }));
  });
}
