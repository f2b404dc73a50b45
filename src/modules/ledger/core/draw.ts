import { assert } from '#shared/assert.ts';
import { type AccountState, clockOf } from './account.ts';
import { free, isSpendable, type Lot, type LotShare } from './lot.ts';
import type { Cause } from './move.ts';
import { bySpendOrder } from './spend-order.ts';

/** Which lots are drawn from first; absent = soonest to expire. */
export type InOrder = { readonly order?: (a: Lot, b: Lot) => number };

/** Lots that can be spent at the moment of posting, in order. */
export function spendableLots(state: AccountState, cause: Cause & InOrder): Lot[] {
  const clock = clockOf(state.account, cause.postedAt);
  return state.lots.filter((lot) => isSpendable(lot, clock)).sort(cause.order ?? bySpendOrder);
}

/** Free points of the lots, in their order, up to `points`; what they do not have is `left`. */
export function take(
  ordered: readonly Lot[],
  points: number,
): { readonly shares: readonly LotShare[]; readonly left: number } {
  assert(Number.isSafeInteger(points) && points > 0, 'points to take are positive');
  const shares: LotShare[] = [];
  let left = points;
  for (const lot of ordered) {
    if (left === 0) break;
    const amount = Math.min(free(lot), left);
    if (amount === 0) continue;
    shares.push({ id: lot.id, amount: -amount });
    left -= amount;
  }
  return { shares, left };
}

/** Free points of lots together. */
export function freeIn(lots: readonly Lot[]): number {
  return lots.reduce((sum, lot) => sum + free(lot), 0);
}
