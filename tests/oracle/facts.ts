import type { JsonObject } from './json.ts';

// The record of chapter 5 of docs/engine.md as the loader hands it over.

export type FactLine = {
  readonly lineNo: number;
  readonly sku: string;
  readonly groupCodes: readonly string[];
  readonly brandCode?: string;
  readonly supplierCode?: string;
  readonly attributes: JsonObject;
  readonly flags: readonly string[];
  readonly params: JsonObject;
  readonly quantityMilli: number;
  readonly isWeighed: boolean;
  readonly priceKopecks: number;
  readonly grossKopecks: number;
  readonly minPriceKopecks?: number;
  readonly isNonDiscountable: boolean;
  readonly externalDiscountKopecks: number;
};

export type FactMember = {
  readonly tierCode: string;
  readonly tiers: JsonObject;
  readonly tierProgress: JsonObject;
  readonly tags: readonly string[];
  readonly attributes: JsonObject;
  readonly birthDate?: string;
  readonly registeredOn: string;
  readonly purchasesBefore: number;
  readonly lastPurchaseOn?: string;
  readonly contacts: readonly string[];
  readonly consents: readonly string[];
  readonly scores: JsonObject;
  readonly arms: JsonObject;
  readonly optedIn: readonly string[];
  readonly personalLists: JsonObject;
  readonly referrer?: { readonly depth: number };
  readonly refereeCount: number;
  readonly householdSize?: number;
};

export type FactCoupon = {
  readonly code: string;
  readonly emissionCode?: string;
  readonly kind?: string;
  readonly isUsable: boolean;
};

export type FactRedemption = {
  readonly currencyCode: string;
  readonly requestedPoints: number;
  readonly availablePoints: number;
  readonly order?: number;
};

export type Facts = {
  readonly receiptId: string;
  readonly occurredAt: number;
  readonly trigger: string;
  readonly event: JsonObject;
  readonly programmeCode: string;
  readonly depth: number;
  readonly local: {
    readonly date: string;
    readonly minuteOfDay: number;
    readonly weekday: number;
    readonly zone: string;
  };
  readonly calendarCodes: readonly string[];
  readonly place: JsonObject | null;
  readonly deliveryKind: string | null;
  readonly payments: readonly {
    readonly method: string;
    readonly kopecks: number;
    readonly params?: JsonObject;
  }[];
  readonly coupons: readonly (FactCoupon | string)[];
  readonly member: FactMember | null;
  readonly card: JsonObject | null;
  readonly lines: readonly FactLine[];
  readonly balances: JsonObject;
  readonly currencies: JsonObject;
  readonly redemption: readonly FactRedemption[];
  readonly counters: JsonObject;
  readonly history: JsonObject;
  readonly limitUsed: Readonly<Record<string, number>>;
  readonly limitLeft: Readonly<Record<string, number>>;
  readonly stock: Readonly<Record<string, number>>;
  readonly chosenCodes: readonly string[];
};

/** Coupons once per code, plain strings filled in (5.1). */
export function couponsOf(facts: Facts): readonly FactCoupon[] {
  const seen = new Map<string, FactCoupon>();
  for (const one of facts.coupons) {
    const coupon = typeof one === 'string' ? { code: one, isUsable: true } : one;
    if (!seen.has(coupon.code)) seen.set(coupon.code, coupon);
  }
  return [...seen.values()];
}
