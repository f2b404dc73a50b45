import {
  accountOf,
  type Book,
  carryOut,
  type NewLot,
  postAccrual,
  postRedemption,
  spendable,
  type WorkContext,
  workIn,
} from '#modules/ledger/core/index.ts';
import {
  type Accrual,
  accrualsOf,
  type Decision,
  debitsOf,
} from '#modules/promotions/core/index.ts';
import type { Ratio } from '#shared/ratio.ts';
import { redeemedPoints } from './redeemed.ts';

/** What the postings need besides the decision. */
export type PostingPlan = {
  readonly context: WorkContext;
  /** Code of the currency that pays. */
  readonly redemptionCurrency: string;
  /** What its points are worth on this receipt: kopecks for points. */
  readonly rate: Ratio | undefined;
  /** Id of the lot that the accrual at this place of the decision opens. */
  readonly lotId: (place: number) => string;
};

/**
 * Puts a decision into the ledger's words and into the member's book: in each currency first the
 * redemption, then what promotions take, then one accrual, each promotion's points a lot of its own. Points
 * earned here can neither pay nor be taken here.
 * @param book the member's book, under lock; a redemption is covered by its lots (asserted)
 */
export function planPostings(
  decision: Decision,
  book: Book,
  { context, redemptionCurrency, rate, lotId }: PostingPlan,
): void {
  const lots = accrualsOf(decision).map((accrual, place) => ({
    currencyCode: accrual.currencyCode,
    lot: lotOf(accrual, lotId(place)),
  }));
  const opened = Map.groupBy(lots, (one) => one.currencyCode);
  const redeemed = redeemedPoints(decision);
  const debits = Map.groupBy(debitsOf(decision), (one) => one.currencyCode);
  const currencies = new Set([
    ...(redeemed > 0 ? [redemptionCurrency] : []),
    ...debits.keys(),
    ...opened.keys(),
  ]);
  for (const currencyCode of currencies) {
    const work = workIn(book, currencyCode, context);
    const own = (opened.get(currencyCode) ?? []).map((one) => one.lot);
    carryOut(
      work,
      (post) => {
        if (redeemed > 0 && currencyCode === redemptionCurrency) {
          const memo = rate === undefined ? null : `rate ${rate.num}/${rate.den}`;
          post((before) => postRedemption(before, redeemed, { ...work.cause, memo }));
        }
        for (const debit of debits.get(currencyCode) ?? []) {
          // Events inside a receipt each know the balance as it was: together they may ask for more.
          const taken = Math.min(Math.abs(debit.points), spendable(accountOf(book, currencyCode)));
          const as = { kind: 'debit', memo: debit.promotionCode } as const;
          if (taken > 0) post((before) => postRedemption(before, taken, { ...work.cause, ...as }));
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
