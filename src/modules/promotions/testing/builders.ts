import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { divFloor } from '#shared/ratio.ts';
import { atLocal, type LocalDate, localMoment, parseLocalDate } from '#shared/time.ts';
import { type Basket, openBasket } from '../core/basket.ts';
import type { Condition } from '../core/condition.ts';
import type { Decision, Reason } from '../core/decision.ts';
import type { Effect, Grant } from '../core/effect.ts';
import { evaluate } from '../core/evaluate.ts';
import type { BasketLine, Facts, MemberFacts } from '../core/facts.ts';
import type { Promotion } from '../core/rule.ts';
import { compileRuleSet } from '../core/rule-set.ts';
import type { Selector } from '../core/selector.ts';

/** A day for tests; stops on one that does not exist. */
export function day(date: string): LocalDate {
  const parsed = parseLocalDate(date);
  if (parsed === undefined) throw new Error(`no such day: ${date}`);
  return parsed;
}

/** What a test says about a line; the rest is one loaf of bread for 100.00 ₽. */
type LineWish = {
  readonly sku?: string;
  readonly groupCodes?: readonly string[];
  readonly quantityMilli?: number;
  readonly priceKopecks?: number;
};

/** One line; its sum is quantity × price, rounded down. */
export function aLine(wish: LineWish = {}, lineNo = 1): BasketLine {
  const { sku = 'bread', groupCodes = ['bakery', 'food'] } = wish;
  const { quantityMilli = 1000, priceKopecks = 10_000 } = wish;
  return {
    lineNo,
    sku,
    groupCodes,
    quantityMilli,
    priceKopecks: kopecks(priceKopecks),
    grossKopecks: kopecks(divFloor(quantityMilli * priceKopecks, 1000)),
  };
}

/** A member without anything special. */
export function aMember(wish: Partial<MemberFacts> = {}): MemberFacts {
  return {
    tierCode: 'base',
    tags: [],
    birthDate: null,
    registeredOn: day('2024-01-15'),
    purchasesBefore: 3,
    ...wish,
  };
}

/** What a test says about a receipt. */
type ReceiptWish = {
  readonly receiptId?: string;
  readonly lines?: readonly LineWish[];
  readonly member?: MemberFacts | null;
  readonly date?: string;
  readonly minuteOfDay?: number;
  readonly zone?: string;
  readonly place?: Partial<Facts['place']>;
  readonly payments?: Facts['payments'];
  readonly coupons?: readonly string[];
  readonly spend?: number;
  readonly available?: number;
  readonly kopecksPerPoint?: Facts['redemption']['kopecksPerPoint'];
};

/** A receipt of one loaf in Kazan at noon on a Wednesday, by a member without points. */
export function aReceipt(wish: ReceiptWish = {}): Facts {
  const { date = '2026-03-04', minuteOfDay = 720, zone = 'Europe/Moscow' } = wish;
  const occurredAt = atLocal(day(date), minuteOfDay, zone);
  const member = wish.member === undefined ? aMember() : wish.member;
  return {
    receiptId: wish.receiptId ?? '019c0000-0000-7000-8000-000000000001',
    occurredAt,
    local: localMoment(occurredAt, zone),
    place: {
      storeCode: 'KZN1',
      regionCode: 'tatarstan',
      formatCode: 'super',
      partnerCode: 'gastronom',
      channel: 'store',
      ...wish.place,
    },
    payments: wish.payments ?? [],
    coupons: wish.coupons ?? [],
    member,
    lines: (wish.lines ?? [{}]).map((line, i) => aLine(line, i + 1)),
    redemption: {
      requestedPoints: points(wish.spend ?? 0),
      availablePoints: points(wish.available ?? 0),
      currencyCode: 'bonus',
      kopecksPerPoint: wish.kopecksPerPoint ?? { num: 1, den: 1 },
    },
  };
}

/** What a test says about a promotion; the rest is 10 % off everything. */
type PromotionWish = Partial<Omit<Promotion, 'stacking'>> & {
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
    when: [],
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 1000 } }],
    ...rest,
    stacking: { group: 'main', policy: 'sum', priority: 0, ...stacking },
  };
}

/** Evaluates with the reasons. */
export function decide(promotions: readonly Promotion[], facts: Facts): Decision {
  return evaluate(compileRuleSet(1, promotions), facts, { explain: true });
}

/** Checks one condition alone: null when it is met, otherwise the reason. */
export function checkOf(condition: Condition, params: unknown, facts: Facts): Reason | null {
  const missed = condition.compile(params, 'promotion')(facts, openBasket(facts));
  return missed === null ? null : missed();
}

/** What one selector picks, thousandths per line. */
export function pickOf(
  selector: Selector,
  params: unknown,
  facts: Facts,
): readonly number[] | null {
  return selector.compile(params)(openBasket(facts));
}

/** Lines of a receipt, or parts of them: thousandths per line. */
type Part = { readonly basket: Basket; readonly selection: readonly number[] };

/** Only these parts of the lines; none given = whole lines. */
export function partOf(receipt: Basket | Facts, selection?: readonly number[]): Part {
  const basket = 'facts' in receipt ? receipt : openBasket(receipt);
  return { basket, selection: selection ?? basket.quantityMilli };
}

/** What one effect gives on whole lines, or on the given parts of them. */
export function grantOf(effect: Effect, params: unknown, on: Basket | Facts | Part): Grant {
  const { basket, selection } = 'selection' in on ? on : partOf(on);
  return effect.compile(params)(basket, selection);
}
