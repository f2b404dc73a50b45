import type { AccountState } from './account.ts';
import type { Cause, Posted } from './move.ts';
import { postExpiry } from './post-lifetime.ts';

/**
 * Writes off at once what has burnt in lots that an operation has changed or opened: a late accrual, points
 * back in a burnt lot, a hold set free too late. Other burnt lots wait for the job.
 */
export function burnTouched(
  before: AccountState,
  lotIds: ReadonlySet<string>,
  cause: Cause,
): Posted {
  if (lotIds.size === 0) return { ...before, entry: null };
  return postExpiry(before, cause, (lot) => lotIds.has(lot.id));
}
