import { assert } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import { type AccountState, clockOf, recounted } from './account.ts';
import { free, isBurnt, type Lot } from './lot.ts';
import { type Cause, move, type Posted } from './move.ts';

/**
 * Writes off what has burnt: free points of lots whose time is over. Null entry when there are none.
 * @param among the lots that are looked at; absent = all
 */
export function postExpiry(
  before: AccountState,
  cause: Cause,
  among: (lot: Lot) => boolean = () => true,
): Posted {
  const burnt = burntLots(before, cause.postedAt).filter(among);
  if (burnt.length === 0) return { ...before, entry: null };
  const shares = burnt.map((lot) => ({ id: lot.id, amount: -free(lot) }));
  return move(before, { kind: 'expiry', cause, shares });
}

/** Lots with free points whose time is over. */
export function burntLots({ account, lots }: AccountState, now: Instant): Lot[] {
  const clock = clockOf(account, now);
  return lots.filter((lot) => free(lot) > 0 && isBurnt(lot, clock));
}

/**
 * Gives lots new dates: an extension, a slide after activity, a confirmation.
 * @param lots as they become; at least one, all known
 */
export function postRedating(
  before: AccountState,
  lots: readonly Lot[],
  how: { readonly kind: 'activation' | 'extension'; readonly cause: Cause },
): Posted {
  assert(lots.length > 0, 'a redating changes lots');
  return move(before, { ...how, redated: lots });
}

/** Suspends or resumes burning for the whole account; what is overdue burns with the next expiry. */
export function postSuspension(
  before: AccountState,
  isExpirySuspended: boolean,
  cause: Cause,
): Posted {
  if (before.account.isExpirySuspended === isExpirySuspended) return { ...before, entry: null };
  const memo = isExpirySuspended ? 'suspended' : 'resumed';
  const posted = move(before, { kind: 'suspension', cause, memo });
  return { ...posted, account: recountedAs(posted, isExpirySuspended, cause.postedAt) };
}

function recountedAs(state: AccountState, isExpirySuspended: boolean, now: Instant) {
  return recounted({ ...state.account, isExpirySuspended }, state.lots, now);
}
