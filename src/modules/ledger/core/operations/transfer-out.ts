import { type Static, Type } from 'typebox';
import { memberId } from '#shared/ids.ts';
import { stateOf } from '../book.ts';
import { cargoLots } from '../cargo.ts';
import type { CurrencyTerms } from '../currency-terms.ts';
import { feeShare } from '../fee.ts';
import type { LotShare } from '../lot.ts';
import {
  defineOperation,
  type EarlierEntry,
  insufficientPoints,
  no,
  type OperationContext,
  unknownCurrency,
  yes,
} from '../operation.ts';
import { CLOSED, CURRENCY, MEMBER, POINTS } from '../params.ts';
import { postRedemption } from '../post.ts';
import type { Transit } from '../transit.ts';
import { carryOut, standingIn, type Work, workFor } from '../work.ts';

const PARAMS = Type.Object(
  {
    toMemberId: MEMBER,
    currencyCode: CURRENCY,
    points: POINTS,
    as: Type.Union([Type.Literal('transfer'), Type.Literal('gift')]),
  },
  CLOSED,
);

/** Sends points to another member; the fee is paid besides. The lots travel with all that is known of them. */
export const transferOut = defineOperation({
  kind: 'transfer-out',
  params: PARAMS,
  needs: ['lots', 'sent-today'],
  decide(book, params, context) {
    const { currencyCode, points, toMemberId } = params;
    const work = workFor(book, currencyCode, context);
    if (work === undefined) return unknownCurrency();
    if (!work.terms.isSpendable) return no('points-not-spendable', { path: '/currencyCode' });
    if (toMemberId === book.memberId) return no('transfer-to-self', { path: '/toMemberId' });
    const { transfer } = work.terms;
    if (transfer === null) return no('transfer-not-allowed', { path: '/currencyCode' });
    if (points < transfer.pointsMin) {
      const details = { pointsMin: transfer.pointsMin };
      return no('transfer-too-small', { path: '/points', details });
    }
    const leftPoints = Math.max(0, transfer.dailyPointsMax - sentToday(currencyCode, context));
    if (points > leftPoints) {
      return no('transfer-daily-limit', { path: '/points', details: { leftPoints } });
    }
    const feePoints = feeOf(points, transfer);
    const { availablePoints } = standingIn(work);
    if (points + feePoints > availablePoints) return insufficientPoints(availablePoints);
    const transit = transitOf(work, params, send(work, params, feePoints));
    return yes({ transit, points, feePoints }, transit);
  },
});

type Params = Static<typeof PARAMS>;

function feeOf(points: number, terms: NonNullable<CurrencyTerms['transfer']>): number {
  return terms.feePoints + feeShare(points, terms.feeBasisPoints);
}

/** Points sent since midnight; what came back does not count. */
function sentToday(currencyCode: string, { earlier }: OperationContext): number {
  const own = earlier.filter((entry) => entry.currencyCode === currencyCode);
  const returned = new Set(own.filter(isReturn).map((entry) => entry.memo));
  return own
    .filter((entry) => entry.kind === 'transfer-out' && !returned.has(entry.operationId))
    .reduce((sum, entry) => sum - entry.amount, 0);
}

function isReturn(entry: EarlierEntry): boolean {
  return entry.kind === 'transfer-back';
}

function send(work: Work, params: Params, feePoints: number): readonly LotShare[] {
  let shares: readonly LotShare[] = [];
  carryOut(work, (post) => {
    const as = { kind: 'transfer-out', memo: String(params.toMemberId) } as const;
    const sent = post((before) => postRedemption(before, params.points, { ...work.cause, ...as }));
    shares = sent.entry?.lots ?? [];
    if (feePoints === 0) return;
    post((before) => postRedemption(before, feePoints, { ...work.cause, kind: 'fee' }));
  });
  return shares;
}

function transitOf(work: Work, params: Params, shares: readonly LotShare[]): Transit {
  const { book, currencyCode, cause } = work;
  const lots = cargoLots(shares, stateOf(book, currencyCode).lots);
  return {
    id: cause.operationId,
    memberId: book.memberId,
    toMemberId: memberId(params.toMemberId),
    kind: params.as,
    state: 'sent',
    cargo: [{ currencyCode, debt: 0, lots }],
    sentAt: cause.postedAt,
    settledAt: null,
  };
}
