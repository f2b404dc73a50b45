import type { Kopecks } from '#shared/money.ts';
import type { Points } from '#shared/points.ts';
import type { Ratio } from '#shared/ratio.ts';
import type { Instant, LocalDate, LocalMoment } from '#shared/time.ts';

/** Where a purchase is made. */
export type Channel = 'store' | 'web' | 'app' | 'kiosk';

/** One line of the receipt as the till sent it. */
export type BasketLine = {
  readonly lineNo: number;
  readonly sku: string;
  /** The goods group of the SKU and all its ancestors. */
  readonly groupCodes: readonly string[];
  readonly quantityMilli: number;
  /** Price of one whole unit (a piece, a kilogram, a litre). */
  readonly priceKopecks: Kopecks;
  readonly grossKopecks: Kopecks;
};

/** What the engine knows about the buyer. */
export type MemberFacts = {
  readonly tierCode: string;
  readonly tags: readonly string[];
  readonly birthDate: LocalDate | null;
  readonly registeredOn: LocalDate;
  /** Confirmed purchases before this one. */
  readonly purchasesBefore: number;
};

/** Everything a decision may depend on: same facts and same rule set give the same decision. */
export type Facts = {
  /** Seeds random conditions. */
  readonly receiptId: string;
  /** The till's business time. */
  readonly occurredAt: Instant;
  /** The same moment on the store's wall. */
  readonly local: LocalMoment;
  readonly place: {
    readonly storeCode: string;
    readonly regionCode: string;
    readonly formatCode: string;
    readonly partnerCode: string;
    readonly channel: Channel;
  };
  readonly payments: readonly { readonly method: string; readonly kopecks: Kopecks }[];
  readonly coupons: readonly string[];
  /** null: an anonymous purchase. */
  readonly member: MemberFacts | null;
  readonly lines: readonly BasketLine[];
  readonly redemption: {
    readonly requestedPoints: Points;
    readonly availablePoints: Points;
    /** The currency of all points of this decision. */
    readonly currencyCode: string;
    /** What one smallest unit of the currency pays for. */
    readonly kopecksPerPoint: Ratio;
  };
};

/** Names of groups of facts, so that a condition can say what it looks at. */
export type Need = 'place' | 'time' | 'member' | 'payments' | 'coupons' | 'lines' | 'receipt';
