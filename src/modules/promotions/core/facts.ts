import { type Kopecks, NO_MONEY } from '#shared/money.ts';
import type { Points } from '#shared/points.ts';
import type { Ratio } from '#shared/ratio.ts';
import type { Instant, LocalDate, LocalMoment } from '#shared/time.ts';

/** Where a purchase is made. */
export type Channel = 'store' | 'web' | 'app' | 'kiosk';

/** A value of a directory's attribute, of a line's or a payment's parameter, of an event's field. */
export type Scalar = string | number | boolean;

/** Facts by code. Read them with {@link ownFact}: codes come from people, `constructor` is one. */
export type ByCode<T> = Readonly<Record<string, T>>;

/** A value or a list of values: what a test may look at. */
export type Attribute = Scalar | readonly Scalar[];

/** One line of the receipt as the till sent it. */
export type BasketLine = {
  /** 1 … 1,000,000, once per receipt. */
  readonly lineNo: number;
  readonly sku: string;
  /** The goods group of the SKU and all its ancestors. */
  readonly groupCodes: readonly string[];
  readonly brandCode?: string | undefined;
  readonly supplierCode?: string | undefined;
  readonly attributes: ByCode<Attribute>;
  readonly flags: readonly string[];
  readonly params: ByCode<Scalar>;
  /** Thousandths, > 0. */
  readonly quantityMilli: number;
  /** A weighed line is one unit, whatever it weighs. */
  readonly isWeighed: boolean;
  /** Price of one whole unit (a piece, a kilogram, a litre). */
  readonly priceKopecks: Kopecks;
  /** The till's truth; need not be price × quantity. */
  readonly grossKopecks: Kopecks;
  /** Legal minimum price of one whole unit. */
  readonly minPriceKopecks?: Kopecks | undefined;
  readonly isNonDiscountable: boolean;
  /** A till's or a partner's discount that is inside `grossKopecks` already. */
  readonly externalDiscountKopecks: Kopecks;
};

/** What a line has when nothing is known of it beyond SKU, groups, quantity and price. */
export const PLAIN_LINE = {
  attributes: {},
  flags: [],
  params: {},
  isWeighed: false,
  isNonDiscountable: false,
  externalDiscountKopecks: NO_MONEY,
} as const satisfies Partial<BasketLine>;

/** What the engine knows about the buyer. */
export type MemberFacts = {
  /** Tier of the group `main`. */
  readonly tierCode: string;
  readonly tiers: ByCode<string>;
  readonly tierProgress: ByCode<number>;
  /** Tags, segments and lists that the member is in. */
  readonly tags: readonly string[];
  readonly attributes: ByCode<Attribute>;
  readonly birthDate?: LocalDate | null | undefined;
  readonly registeredOn: LocalDate;
  /** Confirmed purchases before this one. */
  readonly purchasesBefore: number;
  readonly lastPurchaseOn?: LocalDate | null | undefined;
  readonly contacts: readonly string[];
  readonly consents: readonly string[];
  readonly scores: ByCode<number>;
  /** Arm by experiment. */
  readonly arms: ByCode<string>;
  readonly optedIn: readonly string[];
  /** Integer by SKU by list. */
  readonly personalLists: ByCode<ByCode<number>>;
  readonly referrer?: { readonly depth: number } | null | undefined;
  readonly refereeCount: number;
  readonly householdSize?: number | undefined;
};

/** A buyer of whom nothing else is known. */
export const PLAIN_MEMBER = {
  tiers: {},
  tierProgress: {},
  tags: [],
  attributes: {},
  purchasesBefore: 0,
  contacts: [],
  consents: [],
  scores: {},
  arms: {},
  optedIn: [],
  personalLists: {},
  refereeCount: 0,
} as const satisfies Partial<MemberFacts>;

/** Store, till and channel of a purchase. */
export type PlaceFacts = {
  readonly storeCode: string;
  readonly regionCode: string;
  readonly formatCode: string;
  readonly cityCode?: string | undefined;
  readonly brandCode?: string | undefined;
  readonly partnerCode: string;
  readonly legalEntityCode?: string | undefined;
  readonly channel: Channel;
  readonly terminalCode?: string | undefined;
  readonly terminalKind?: string | undefined;
};

export type PaymentFacts = {
  readonly method: string;
  readonly kopecks: Kopecks;
  readonly params?: ByCode<Scalar> | undefined;
};

export type CouponFacts = {
  readonly code: string;
  readonly emissionCode?: string | undefined;
  readonly kind?: 'public' | 'personal' | 'distributed' | undefined;
  /** A bad coupon never stops the sale. */
  readonly isUsable: boolean;
};

export type CardFacts = {
  readonly categoryCode: string;
  readonly emissionCode?: string | undefined;
  readonly state: string;
  readonly kind: string;
  readonly identifiedBy: string;
  readonly number?: string | undefined;
};

/** Points of one currency before this receipt. */
export type BalanceFacts = {
  readonly available: Points;
  readonly pending: Points;
  readonly expiring: Points;
  readonly total: Points;
};

export type CurrencyFacts = {
  /** What one smallest unit pays for. */
  readonly kopecksPerPoint: Ratio;
  /** What one smallest unit counts for when promotions compete; absent = what it pays for. */
  readonly worth?: Ratio | undefined;
};

/** What the buyer wants to pay with points of one currency. */
export type RedemptionFacts = {
  readonly currencyCode: string;
  readonly requestedPoints: Points;
  readonly availablePoints: Points;
  /** Currencies pay in ascending order, then by code. */
  readonly order?: number | undefined;
};

export type CounterFacts = {
  readonly value: number;
  readonly changes: number;
  readonly sum: number;
};

/** Confirmed receipts less returns, as a declared query found them. */
export type HistoryFacts = {
  readonly receipts: number;
  readonly kopecks: number;
  readonly milli: number;
  readonly discountKopecks: number;
  readonly accruedPoints: number;
  readonly paidPoints: number;
  readonly skus: number;
  readonly stores: number;
  readonly largestKopecks: number;
};

/** Everything a decision may depend on: same facts and same rule set give the same decision. */
export type Facts = {
  /** Seeds all draws; the event's id where there is no receipt. */
  readonly receiptId: string;
  /** The till's business time. */
  readonly occurredAt: Instant;
  readonly trigger: string;
  readonly event: ByCode<Scalar>;
  readonly programmeCode: string;
  /** 0, or how deep a sub-event stands. */
  readonly depth: number;
  /** The same moment on the store's wall (the member's, where there is no store). */
  readonly local: LocalMoment;
  /** Calendars in which the local date is marked. */
  readonly calendarCodes: readonly string[];
  readonly place: PlaceFacts | null;
  readonly deliveryKind: string | null;
  readonly payments: readonly PaymentFacts[];
  /** A plain string is a usable coupon of no emission. */
  readonly coupons: readonly (string | CouponFacts)[];
  /** null: an anonymous purchase. */
  readonly member: MemberFacts | null;
  readonly card: CardFacts | null;
  readonly lines: readonly BasketLine[];
  readonly balances: ByCode<BalanceFacts>;
  readonly currencies: ByCode<CurrencyFacts>;
  /** One currency may stand without a list. */
  readonly redemption: RedemptionFacts | readonly RedemptionFacts[];
  readonly counters: ByCode<CounterFacts>;
  readonly history: ByCode<HistoryFacts>;
  /** How much of each limit the subject of this receipt has used in the present period. */
  readonly limitUsed: ByCode<number>;
  /** What is left of shared budgets. */
  readonly limitLeft: ByCode<number>;
  readonly stock: ByCode<number>;
  /** Promotions that the buyer or the cashier chose. */
  readonly chosenCodes: readonly string[];
};

/** A receipt of which nothing is known yet. */
export const NO_FACTS = {
  trigger: 'receipt',
  event: {},
  programmeCode: 'main',
  depth: 0,
  calendarCodes: [],
  place: null,
  deliveryKind: null,
  payments: [],
  coupons: [],
  member: null,
  card: null,
  lines: [],
  balances: {},
  currencies: {},
  redemption: [],
  counters: {},
  history: {},
  limitUsed: {},
  limitLeft: {},
  stock: {},
  chosenCodes: [],
} as const satisfies Partial<Facts>;

/** The fact of a code, or undefined; never something that every object inherits. */
export function ownFact<T>(facts: ByCode<T>, code: string): T | undefined {
  const found = facts[code];
  // What objects inherit are functions, and `__proto__`: asking once is twice as fast as asking first.
  return typeof found === 'function' || found === Object.prototype ? undefined : found;
}

/**
 * What a rule set looks at, so that nothing else is loaded: a group of facts, or one fact by its code
 * (`counter:visits`, `history:dairy-90`, `balance:bonus`, `limit:spring/total`).
 */
export type Need =
  | 'place'
  | 'terminal'
  | 'channel'
  | 'time'
  | 'calendar'
  | 'delivery'
  | 'payments'
  | 'coupons'
  | 'member'
  | 'last-purchase'
  | 'tags'
  | 'attributes'
  | 'contacts'
  | 'consents'
  | 'scores'
  | 'arms'
  | 'opted-in'
  | 'referral'
  | 'card'
  | 'event'
  | 'lines'
  | 'receipt'
  | `tier:${string}`
  | `tier-progress:${string}`
  | `personal-list:${string}`
  | `balance:${string}`
  | `counter:${string}`
  | `history:${string}`
  | `limit:${string}`
  | `limit-left:${string}`
  | `stock:${string}`;
