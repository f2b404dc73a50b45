import type { FactLine, FactMember, Facts } from '../oracle/facts.ts';
import type { JsonObject } from '../oracle/json.ts';
import type { Effect, Promotion, RuleSet, Settings, Stacking } from '../oracle/rules.ts';

// Promotions and receipts with everything filled in but what a test is about.

type Draft = Partial<Omit<Promotion, 'stacking' | 'code'>> & {
  readonly code: string;
  readonly stacking?: Partial<Stacking>;
};

/** A promotion of phase 2 in the group `main` that is always live. */
export function promotion(draft: Draft): Promotion {
  return {
    title: { ru: draft.code, en: draft.code },
    phase: 2,
    isOn: true,
    then: [percentOff(10)],
    ...draft,
    stacking: { group: 'main', priority: 0, ...draft.stacking },
  };
}

export function percentOff(percent: number): Effect {
  return { effect: 'percent-off', params: { rateBasisPoints: Math.round(percent * 100) } };
}

export function goods(...skus: string[]): NonNullable<Promotion['select']> {
  return { selector: 'goods', params: { skus } };
}

export function ruleSet(promotions: readonly Promotion[], settings: Settings = {}): RuleSet {
  return { version: 1, settings, promotions };
}

export function line(
  [lineNo, sku, grossKopecks]: readonly [number, string, number],
  more: Partial<FactLine> = {},
): FactLine {
  const quantityMilli = more.quantityMilli ?? 1000;
  return {
    lineNo,
    sku,
    groupCodes: [],
    attributes: {},
    flags: [],
    params: {},
    quantityMilli,
    isWeighed: false,
    priceKopecks: Math.round((grossKopecks * 1000) / quantityMilli),
    grossKopecks,
    isNonDiscountable: false,
    externalDiscountKopecks: 0,
    ...more,
  };
}

/** A buyer who is a member and has nothing else about them. */
export const MEMBER: FactMember = {
  tierCode: 'base',
  tiers: {},
  tierProgress: {},
  tags: [],
  attributes: {},
  registeredOn: '2025-01-01',
  purchasesBefore: 0,
  contacts: [],
  consents: [],
  scores: {},
  arms: {},
  optedIn: [],
  personalLists: {},
  refereeCount: 0,
};

/** Monday noon in Moscow, an anonymous buyer, one point = one rouble. */
export function facts(more: Partial<Facts> = {}): Facts {
  return {
    receiptId: 'r-1',
    occurredAt: Date.parse('2026-03-02T09:00:00Z'),
    trigger: 'receipt',
    event: {},
    programmeCode: 'kopilka',
    depth: 0,
    local: { date: '2026-03-02', minuteOfDay: 720, weekday: 1, zone: 'Europe/Moscow' },
    calendarCodes: [],
    place: PLACE,
    deliveryKind: null,
    payments: [],
    coupons: [],
    member: null,
    card: null,
    lines: [],
    balances: {},
    currencies: { bonus: { kopecksPerPoint: { num: 100, den: 1 } } },
    redemption: [],
    counters: {},
    history: {},
    limitUsed: {},
    limitLeft: {},
    stock: {},
    chosenCodes: [],
    ...more,
  };
}

const PLACE: JsonObject = {
  storeCode: 'kazan-1',
  regionCode: 'tatarstan',
  formatCode: 'super',
  partnerCode: 'kopeyka',
  channel: 'store',
};
