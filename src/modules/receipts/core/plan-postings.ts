import {
  type Book,
  carryOut,
  type NewLot,
  postAccrual,
  postRedemption,
  type WorkContext,
  workIn,
} from '#modules/ledger/core/index.ts';
import type { Accrual, Decision } from '#modules/promotions/core/index.ts';
import type { Ratio } from '#shared/ratio.ts';

/** What the postings need besides the decision. */
export type PostingPlan = {
  readonly context: WorkContext;
  /** Code of the currency that pays. */
  readonly redemptionCurrency: string;
  /** What its points are worth on this receipt: kopecks for points. */
  readonly rate: Ratio;
  /** Id of the lot that the accrual at this place of the decision opens. */
  readonly lotId: (place: number) => string;
};

/**
 * Puts a decision into the ledger's words and into the member's book: in each currency first the
 * redemption, then one accrual, each promotion's points a lot of its own. Points earned here cannot pay here.
 * @param book the member's book, under lock; a redemption is covered by its lots (asserted)
 */
export function planPostings(
  decision: Decision,
  book: Book,
  { context, redemptionCurrency, rate, lotId }: PostingPlan,
): void {
  const lots = decision.accruals.map((accrual, place) => ({
    currencyCode: accrual.currencyCode,
    lot: lotOf(accrual, lotId(place)),
  }));
  const opened = Map.groupBy(lots, (one) => one.currencyCode);
  const redeemed = decision.redeemedPoints;
  const currencies = new Set([...(redeemed > 0 ? [redemptionCurrency] : []), ...opened.keys()]);
  for (const currencyCode of currencies) {
    const work = workIn(book, currencyCode, context);
    const own = (opened.get(currencyCode) ?? []).map((one) => one.lot);
    carryOut(
      work,
      (post) => {
        if (redeemed > 0 && currencyCode === redemptionCurrency) {
          const memo = `rate ${rate.num}/${rate.den}`;
          post((before) => postRedemption(before, redeemed, { ...work.cause, memo }));
        }
        post((before) => postAccrual(before, own, work.cause));
      },
      { isActivity: true },
    );
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
