import { assert } from '#shared/assert.ts';
import type { LotShare } from './lot.ts';

/** A redemption as it was made, and how much of it has come back since. */
export type Redeemed = {
  /** What was drawn, in the order of drawing, amounts > 0. */
  readonly drawn: readonly LotShare[];
  /** What was lent beyond the lots. */
  readonly lentPoints: number;
  readonly givenBackPoints: number;
};

/** Points of a redemption that have not come back. */
export function leftOf({ drawn, lentPoints, givenBackPoints }: Redeemed): number {
  return drawn.reduce((sum, share) => sum + share.amount, lentPoints) - givenBackPoints;
}

/**
 * Which points of a redemption come back next. It is unwound from its end, the loan first, then the lot
 * drawn from last: so the loan goes first, and the longest-lived points come back before the others.
 * @param points 1 … leftOf(redeemed) (asserted)
 */
export function unwind(
  redeemed: Redeemed,
  points: number,
): { readonly lent: number; readonly shares: readonly LotShare[] } {
  assert(points > 0 && points <= leftOf(redeemed), 'no more points come back than were spent');
  let skip = redeemed.givenBackPoints;
  let left = points;
  const next = (amount: number) => {
    const skipped = Math.min(skip, amount);
    const now = Math.min(amount - skipped, left);
    skip -= skipped;
    left -= now;
    return now;
  };
  const lent = next(redeemed.lentPoints);
  const shares = [...redeemed.drawn]
    .reverse()
    .map(({ id, amount }) => ({ id, amount: next(amount) }))
    .filter((share) => share.amount > 0);
  return { lent, shares };
}
