import type { Instant } from '#shared/time.ts';
import { free, isSpendable, type Lot } from './lot.ts';

/** Points that can be spent at `now`: free points of active, unburnt lots of the currency. */
export function spendablePoints(
  lots: readonly Lot[],
  account: { readonly currencyCode: string; readonly isExpirySuspended: boolean },
  now: Instant,
): number {
  const clock = { now, isExpirySuspended: account.isExpirySuspended };
  return lots
    .filter((lot) => lot.currencyCode === account.currencyCode && isSpendable(lot, clock))
    .reduce((sum, lot) => sum + free(lot), 0);
}
