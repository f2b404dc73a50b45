import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { divFloor } from '#shared/ratio.ts';
import { atLocal, type LocalDate, localMoment, parseLocalDate } from '#shared/time.ts';
import {
  type BalanceFacts,
  type BasketLine,
  type CounterFacts,
  type Facts,
  type HistoryFacts,
  type MemberFacts,
  NO_FACTS,
  PLAIN_LINE,
  PLAIN_MEMBER,
  type PlaceFacts,
} from '../core/facts.ts';
import type { Promotion } from '../core/language/rule.ts';

/** A day for tests; stops on one that does not exist. */
export function day(date: string): LocalDate {
  const parsed = parseLocalDate(date);
  if (parsed === undefined) throw new Error(`no such day: ${date}`);
  return parsed;
}

/** What a test says about a line; the rest is one loaf of bread for 100.00 ₽. */
export type LineWish = Partial<
  Omit<BasketLine, 'priceKopecks' | 'grossKopecks' | 'minPriceKopecks'>
> & {
  readonly priceKopecks?: number;
  readonly grossKopecks?: number;
  readonly minPriceKopecks?: number;
};

/** One line; its sum is quantity × price, rounded down, unless the wish says another. */
export function aLine(wish: LineWish = {}, place = 1): BasketLine {
  const { quantityMilli = 1000, priceKopecks = 10_000, minPriceKopecks, ...rest } = wish;
  const gross = wish.grossKopecks ?? divFloor(quantityMilli * priceKopecks, 1000);
  return {
    ...PLAIN_LINE,
    lineNo: place,
    sku: 'bread',
    groupCodes: ['bakery', 'food'],
    ...rest,
    quantityMilli,
    priceKopecks: kopecks(priceKopecks),
    grossKopecks: kopecks(gross),
    ...(minPriceKopecks === undefined ? {} : { minPriceKopecks: kopecks(minPriceKopecks) }),
  };
}

/** A member without anything special. */
export function aMember(wish: Partial<MemberFacts> = {}): MemberFacts {
  return {
    ...PLAIN_MEMBER,
    tierCode: 'base',
    registeredOn: day('2024-01-15'),
    purchasesBefore: 3,
    ...wish,
  };
}

/** Points of a currency, all of them available. */
export function aBalance(available: number, wish: Partial<BalanceFacts> = {}): BalanceFacts {
  const none = points(0);
  const total = points(available);
  return { available: total, pending: none, expiring: none, total, ...wish };
}

/** A counter with this value. */
export function aCounter(value: number, wish: Partial<CounterFacts> = {}): CounterFacts {
  return { value, changes: 0, sum: 0, ...wish };
}

/** A history of nothing but what the wish says. */
export function aHistory(wish: Partial<HistoryFacts>): HistoryFacts {
  return {
    receipts: 0,
    kopecks: 0,
    milli: 0,
    discountKopecks: 0,
    accruedPoints: 0,
    paidPoints: 0,
    skus: 0,
    stores: 0,
    largestKopecks: 0,
    ...wish,
  };
}

/** What a test says about a receipt. */
export type ReceiptWish = Partial<Omit<Facts, 'lines' | 'place'>> & {
  readonly lines?: readonly LineWish[];
  readonly date?: string;
  readonly minuteOfDay?: number;
  readonly zone?: string;
  readonly place?: Partial<PlaceFacts> | null;
  readonly spend?: number;
  readonly available?: number;
  readonly kopecksPerPoint?: { readonly num: number; readonly den: number };
};

const STORE: PlaceFacts = {
  storeCode: 'KZN1',
  regionCode: 'tatarstan',
  formatCode: 'super',
  partnerCode: 'gastronom',
  channel: 'store',
};

/** A receipt of one loaf in Kazan at noon on a Wednesday, by a member without points. */
export function aReceipt(wish: ReceiptWish = {}): Facts {
  const { date = '2026-03-04', minuteOfDay = 720, zone = 'Europe/Moscow', ...more } = wish;
  const { lines = [{}], place, spend = 0, available = 0, kopecksPerPoint, ...rest } = more;
  const occurredAt = atLocal(day(date), minuteOfDay, zone);
  return {
    ...NO_FACTS,
    receiptId: '019c0000-0000-7000-8000-000000000001',
    occurredAt,
    local: localMoment(occurredAt, zone),
    member: aMember(),
    currencies: { bonus: { kopecksPerPoint: kopecksPerPoint ?? { num: 1, den: 1 } } },
    redemption: [
      {
        currencyCode: 'bonus',
        requestedPoints: points(spend),
        availablePoints: points(available),
      },
    ],
    ...rest,
    place: place === null ? null : { ...STORE, ...place },
    lines: lines.map((line, i) => aLine(line, i + 1)),
  };
}

/** An effect that takes so many basis points off. */
export function percentOff(rateBasisPoints: number): Promotion['then'][number] {
  return { effect: 'percent-off', params: { rateBasisPoints } };
}

/** All units of goods by name. */
export function goodsOf(...skus: string[]): NonNullable<Promotion['select']> {
  return { selector: 'goods', params: { skus } };
}

/** Lines of one unit each: what it is, and what it costs in kopecks. */
export function linesOf(...goods: (readonly [sku: string, priceKopecks: number])[]): LineWish[] {
  return goods.map(([sku, priceKopecks]) => ({ sku, priceKopecks }));
}

/** What a test says about a promotion; the rest is 10 % off everything. */
export type PromotionWish = Partial<Omit<Promotion, 'stacking'>> & {
  readonly stacking?: Partial<Promotion['stacking']>;
};

/** A live promotion; titled by its code. */
export function aPromotion(wish: PromotionWish = {}): Promotion {
  const { stacking, ...rest } = wish;
  const code = wish.code ?? 'ten-off';
  return {
    code,
    title: { ru: code, en: code },
    phase: 2,
    isOn: true,
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 1000 } }],
    ...rest,
    stacking: { group: 'main', priority: 0, ...stacking },
  };
}
