import { type AccountState, clockOf } from './account.ts';
import { accountOf, stateOf } from './book.ts';
import type { DebtPolicy } from './currency-terms.ts';
import { freeIn } from './draw.ts';
import type { EntryKind } from './entry.ts';
import { isBurnt } from './lot.ts';
import { type Decided, insufficientPoints, no, yes } from './operation.ts';
import { ACCOUNT_POINTS_MAX } from './params.ts';
import { postAccrualReversal } from './post-reversal.ts';
import { carryOut, type Work } from './work.ts';

/**
 * Takes points away by a policy for what is not there: what was earned is taken back, or debited by hand.
 * @param points > 0
 */
export function takeAway(
  work: Work,
  points: number,
  how: {
    readonly policy: DebtPolicy;
    readonly kind: EntryKind;
    /** The receipt whose own lots come first; null = none. */
    readonly ofReceiptId: string | null;
    readonly memo: string | null;
  },
): Decided {
  const { policy, ...as } = how;
  const state = stateOf(work.book, work.currencyCode);
  const room = roomIn(state, work);
  if (policy === 'refuse' && points > room) {
    return insufficientPoints(room);
  }
  if (policy === 'allow' && state.account.debt + points > ACCOUNT_POINTS_MAX) {
    return no('points-out-of-range', { path: '/points' });
  }
  const taken = policy === 'allow' ? points : Math.min(points, room);
  let debtPoints = 0;
  carryOut(work, (post) => {
    if (taken === 0) return;
    const { debt } = accountOf(work.book, work.currencyCode);
    const posted = post((before) => postAccrualReversal(before, taken, { ...work.cause, ...as }));
    debtPoints = posted.account.debt - debt;
  });
  return yes({ points: taken, debtPoints });
}

/** Points that can be taken without a debt: free and not burnt, asleep or not, less what is owed. */
function roomIn({ account, lots }: AccountState, { cause }: Work): number {
  const clock = clockOf(account, cause.postedAt);
  return Math.max(0, freeIn(lots.filter((lot) => !isBurnt(lot, clock))) - account.debt);
}
