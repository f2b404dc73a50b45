import type { RateQuery } from '#modules/ledger/core/index.ts';
import type { Store } from '#modules/partners/core/index.ts';
import {
  type BasketLine,
  type Channel,
  type Facts,
  type MemberFacts,
  NO_FACTS,
} from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { NO_POINTS, points } from '#shared/points.ts';
import type { Ratio } from '#shared/ratio.ts';
import { type Instant, localMoment } from '#shared/time.ts';

/** What a purchase is made of, before it is known what promotions say. */
export type Purchase = {
  readonly receiptId: string;
  readonly occurredAt: Instant;
  readonly store: Store;
  readonly terminalCode: string;
  readonly lines: readonly BasketLine[];
  readonly request: {
    readonly channel?: Channel | undefined;
    readonly payments?:
      | readonly { readonly method: string; readonly kopecks: number }[]
      | undefined;
    readonly coupons?: readonly string[] | undefined;
    readonly chosenPromotions?: readonly string[] | undefined;
    readonly deliveryKind?: string | undefined;
    readonly spendPoints?: number | undefined;
  };
  readonly member: MemberFacts | null;
  /** The currency that pays. */
  readonly currency: { readonly code: string };
  /** What its points are worth there and then. */
  readonly rateOf: (query: RateQuery) => Ratio;
  /** The member's points by currency; none for an anonymous buyer. */
  readonly balances: Facts['balances'];
  /** What promotions have counted so far: limits, counters, history. */
  readonly counted: Partial<Pick<Facts, 'limitUsed' | 'limitLeft' | 'counters' | 'history'>> & {
    readonly lastPurchaseOn?: MemberFacts['lastPurchaseOn'];
  };
};

/** When and where a purchase is made, in the words of promotions. */
export function whereabouts(
  purchase: Pick<Purchase, 'occurredAt' | 'store' | 'request'> & { readonly terminalCode: string },
): Pick<Facts, 'occurredAt' | 'local' | 'place' | 'programmeCode'> {
  const { store, request, terminalCode, occurredAt } = purchase;
  return {
    programmeCode: NO_FACTS.programmeCode,
    occurredAt,
    local: localMoment(occurredAt, store.zone),
    place: {
      storeCode: store.code,
      regionCode: store.regionCode,
      formatCode: store.formatCode,
      partnerCode: store.partnerCode,
      channel: request.channel ?? 'store',
      terminalCode,
    },
  };
}

/** The facts that promotions decide on; the store's own wall clock is worked out here. */
export function factsOf(purchase: Purchase): Facts {
  const { request, currency, member } = purchase;
  const { lastPurchaseOn = null, ...counted } = purchase.counted;
  return {
    ...NO_FACTS,
    receiptId: purchase.receiptId,
    ...whereabouts(purchase),
    ...counted,
    payments: (request.payments ?? []).map((payment) => ({
      method: payment.method,
      kopecks: kopecks(payment.kopecks),
    })),
    coupons: request.coupons ?? [],
    chosenCodes: request.chosenPromotions ?? [],
    deliveryKind: request.deliveryKind ?? null,
    // Left out where nobody asks: facts are stored for years.
    member: member === null || lastPurchaseOn === null ? member : { ...member, lastPurchaseOn },
    lines: purchase.lines,
    balances: purchase.balances,
    currencies: { [currency.code]: { kopecksPerPoint: payingRate(purchase) } },
    redemption: [
      {
        currencyCode: currency.code,
        requestedPoints: points(request.spendPoints ?? 0),
        availablePoints: purchase.balances[currency.code]?.available ?? NO_POINTS,
      },
    ],
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
