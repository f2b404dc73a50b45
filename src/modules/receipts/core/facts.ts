import type { RateQuery } from '#modules/ledger/core/index.ts';
import type { Store } from '#modules/partners/core/index.ts';
import type { BasketLine, Channel, Facts, MemberFacts } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import type { Ratio } from '#shared/ratio.ts';
import { type Instant, localMoment } from '#shared/time.ts';

/** What a purchase is made of, before it is known what promotions say. */
export type Purchase = {
  readonly receiptId: string;
  readonly occurredAt: Instant;
  readonly store: Store;
  readonly lines: readonly BasketLine[];
  readonly request: {
    readonly channel?: Channel | undefined;
    readonly payments?:
      | readonly { readonly method: string; readonly kopecks: number }[]
      | undefined;
    readonly coupons?: readonly string[] | undefined;
    readonly spendPoints?: number | undefined;
  };
  readonly member: MemberFacts | null;
  /** The currency that pays. */
  readonly currency: { readonly code: string };
  /** What its points are worth there and then. */
  readonly rateOf: (query: RateQuery) => Ratio;
  /** Points of the currency that the member can spend now; 0 for an anonymous buyer. */
  readonly availablePoints: number;
};

/** The facts that promotions decide on; the store's own wall clock is worked out here. */
export function factsOf(purchase: Purchase): Facts {
  const { store, request } = purchase;
  return {
    receiptId: purchase.receiptId,
    occurredAt: purchase.occurredAt,
    local: localMoment(purchase.occurredAt, store.zone),
    place: {
      storeCode: store.code,
      regionCode: store.regionCode,
      formatCode: store.formatCode,
      partnerCode: store.partnerCode,
      channel: request.channel ?? 'store',
    },
    payments: (request.payments ?? []).map((payment) => ({
      method: payment.method,
      kopecks: kopecks(payment.kopecks),
    })),
    coupons: request.coupons ?? [],
    member: purchase.member,
    lines: purchase.lines,
    redemption: {
      requestedPoints: points(request.spendPoints ?? 0),
      availablePoints: points(purchase.availablePoints),
      currencyCode: purchase.currency.code,
      kopecksPerPoint: payingRate(purchase),
    },
  };
}

/** The rate at which points pay for this purchase, at the till's time: late receipts are worth what they were. */
function payingRate({ currency, store, member, occurredAt, rateOf }: Purchase): Ratio {
  return rateOf({
    currencyCode: currency.code,
    direction: 'sell',
    partnerCode: store.partnerCode,
    storeCode: store.code,
    promotionCode: null,
    segmentCodes: member?.tags ?? [],
    at: occurredAt,
  });
}
