import type { AccountState } from './account.ts';
import { freeIn, type InOrder, spendableLots, take } from './draw.ts';
import type { LotShare } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';

export type RepaymentCause = Cause & InOrder & { readonly memo?: string | null };

/**
 * Repays debt from points that can be spent; null entry when there is nothing to repay or to repay with.
 * The sum of entries does not change: the member owes less and has less.
 */
export function postRepayment(before: AccountState, cause: RepaymentCause): Posted {
  if (before.account.debt === 0) return { ...before, entry: null };
  const able = spendableLots(before, cause);
  const points = Math.min(before.account.debt, freeIn(able));
  if (points === 0) return { ...before, entry: null };
  const { shares } = take(able, points);
  return move(before, {
    kind: 'repayment',
    cause,
    shares,
    debt: -points,
    memo: cause.memo ?? null,
  });
}

/**
 * Undoes a repayment: the points are in their lots again, and owed again.
 * @param shares what goes back into which lot, amounts > 0; none = nothing moves
 */
export function postRepaymentUndone(
  before: AccountState,
  shares: readonly LotShare[],
  cause: Cause & { readonly memo: string },
): Posted {
  if (shares.length === 0) return { ...before, entry: null };
  const debt = shares.reduce((sum, share) => sum + share.amount, 0);
  return move(before, { kind: 'repayment', cause, shares, debt, memo: cause.memo });
}
