import {
  type Book,
  type Cause,
  enter,
  type NewLot,
  postAccrual,
  postRedemption,
  stateOf,
} from '#modules/ledger/core/index.ts';
import type { Accrual, Decision } from '#modules/promotions/core/index.ts';

/** What the postings need besides the decision. */
export type PostingPlan = {
  readonly cause: Cause;
  /** Code of the currency that pays. */
  readonly redemptionCurrency: string;
  /** Id of the lot that the accrual at this place of the decision opens. */
  readonly lotId: (place: number) => string;
};

/**
 * Puts a decision into the ledger's words and into the member's book: first the redemption, then one
 * accrual per currency, each promotion's points a lot of its own. Points earned here cannot pay here.
 * @param book the member's book, under lock; a redemption is covered by its lots (asserted)
 */
export function planPostings(
  decision: Decision,
  book: Book,
  { cause, redemptionCurrency, lotId }: PostingPlan,
): void {
  if (decision.redeemedPoints > 0) {
    const before = stateOf(book, redemptionCurrency);
    enter(book, postRedemption(before, decision.redeemedPoints, cause));
  }
  const lots = decision.accruals.map((accrual, place) => ({
    currencyCode: accrual.currencyCode,
    lot: lotOf(accrual, lotId(place)),
  }));
  for (const [currencyCode, own] of Map.groupBy(lots, (one) => one.currencyCode)) {
    const opened = own.map((one) => one.lot);
    enter(book, postAccrual(stateOf(book, currencyCode), opened, cause));
  }
}

function lotOf(accrual: Accrual, id: string): NewLot {
  return {
    id,
    points: accrual.points,
    promotionCode: accrual.promotionCode,
    activeFrom: accrual.activeFrom,
    expiresAt: accrual.expiresAt,
  };
}
