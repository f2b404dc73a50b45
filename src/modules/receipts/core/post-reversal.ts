import {
  type Book,
  type Cause,
  enter,
  postAccrualReversal,
  postRedemptionReversal,
  stateOf,
} from '#modules/ledger/core/index.ts';
import type { Reversal } from './plan-reversal.ts';
import { refillLots } from './refill-lots.ts';

/** An entry that the receipt has made before. */
export type EarlierEntry = {
  readonly kind: string;
  readonly currency_code: string;
  readonly amount: number;
  readonly lot_ids: readonly string[];
  readonly lot_amounts: readonly number[];
};

/**
 * Puts a reversal into the member's book: spent points go back to their lots first, then earned points
 * are taken back (so what came back can cover them before anything becomes debt).
 */
export function postReversal(
  book: Book,
  reversal: Reversal,
  more: {
    readonly entries: readonly EarlierEntry[];
    readonly redemptionCurrency: string;
    readonly cause: Cause;
  },
): void {
  const { entries, redemptionCurrency, cause } = more;
  if (reversal.returnedPoints > 0) {
    const own = entries.filter((entry) => entry.currency_code === redemptionCurrency);
    const drawn = own.filter((entry) => entry.kind === 'redemption').flatMap(drawnLots);
    const given = own
      .filter((entry) => entry.kind === 'redemption-reversal')
      .reduce((sum, entry) => sum + entry.amount, 0);
    const shares = refillLots(drawn, given, reversal.returnedPoints);
    enter(book, postRedemptionReversal(stateOf(book, redemptionCurrency), shares, cause));
  }
  for (const { currencyCode, points } of reversal.takenBack) {
    enter(book, postAccrualReversal(stateOf(book, currencyCode), points, cause));
  }
}

function drawnLots(entry: EarlierEntry) {
  return entry.lot_ids.map((id, place) => ({ id, amount: -(entry.lot_amounts[place] ?? 0) }));
}
