import type { Kopecks } from '#shared/money.ts';
import type { Points } from '#shared/points.ts';
import type { Text } from '#shared/text.ts';
import type { Instant } from '#shared/time.ts';

/** How far the buyer was from meeting a condition. */
export type Distance = {
  readonly unit: 'kopecks' | 'milli' | 'minutes' | 'days' | 'receipts';
  readonly value: number;
};

/** Why a promotion gave nothing, or less than it could. */
export type Reason = {
  readonly code: string;
  readonly text: Text;
  readonly distance: Distance | null;
};

/** Where a message is shown. */
export type MessageChannel = 'slip' | 'cashier' | 'customer';

/** What became of one live promotion. */
export type Verdict = {
  readonly promotionCode: string;
  readonly title: Text;
  /** `limited`: applied, but cut by its own limit. */
  readonly verdict: 'applied' | 'outbid' | 'missed' | 'limited' | 'no-effect';
  readonly discountKopecks: Kopecks;
  readonly points: Points;
  readonly reason: Reason | null;
  readonly outbidBy: string | null;
};

/** Points that one effect of one promotion gives. */
export type Accrual = {
  readonly promotionCode: string;
  readonly currencyCode: string;
  readonly points: Points;
  readonly activeFrom: Instant;
  /** null: never burns. */
  readonly expiresAt: Instant | null;
  /** Lines with points only; sums to `points` exactly. */
  readonly byLine: readonly { readonly lineNo: number; readonly points: Points }[];
};

/** One line after the decision: gross = discount + redeemed + payable. */
export type DecisionLine = {
  readonly lineNo: number;
  readonly grossKopecks: Kopecks;
  readonly discountKopecks: Kopecks;
  /** Paid by points. */
  readonly redeemedKopecks: Kopecks;
  /** Paid by money. */
  readonly payableKopecks: Kopecks;
  readonly discounts: readonly { readonly promotionCode: string; readonly kopecks: Kopecks }[];
  readonly accruals: readonly {
    readonly promotionCode: string;
    readonly currencyCode: string;
    readonly points: Points;
  }[];
  readonly redeemedPoints: Points;
};

/** What the promotions of one rule set say about one receipt. */
export type Decision = {
  readonly ruleSetVersion: number;
  readonly lines: readonly DecisionLine[];
  readonly grossKopecks: Kopecks;
  readonly discountKopecks: Kopecks;
  readonly redeemedKopecks: Kopecks;
  readonly payableKopecks: Kopecks;
  readonly redeemedPoints: Points;
  /** The most that the buyer could have spent on this receipt. */
  readonly redeemablePointsMax: Points;
  readonly accruals: readonly Accrual[];
  readonly messages: readonly {
    readonly promotionCode: string;
    readonly channel: MessageChannel;
    readonly text: Text;
  }[];
  /** In evaluation order; without `explain` only those that applied. */
  readonly verdicts: readonly Verdict[];
};
