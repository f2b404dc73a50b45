import type { Instant } from '#shared/time.ts';
import { isSpendable, type Lot } from './account.ts';

/** Points that can be spent at `now`: the sum over active, unburnt lots of the currency. */
export function spendablePoints(lots: readonly Lot[], currencyCode: string, now: Instant): number {
  return lots
    .filter((lot) => lot.currencyCode === currencyCode && isSpendable(lot, now))
    .reduce((sum, lot) => sum + lot.remaining, 0);
}
