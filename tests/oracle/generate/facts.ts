import fc from 'fast-check';
import type { FactLine, FactMember, Facts } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import { CODES, GOODS, KOPECKS, mixed, oneOf, params, SKUS } from './universe.ts';

// Receipts and what is known about their buyers, in a world of five SKUs and two stores.

type Quantity = { readonly quantityMilli: number; readonly isWeighed: boolean };

const QUANTITY = mixed<Quantity>(
  [6, oneOf(1000, 2000, 3000).map((quantityMilli) => ({ quantityMilli, isWeighed: false }))],
  [1, oneOf(4000, 7000, 2500).map((quantityMilli) => ({ quantityMilli, isWeighed: false }))],
  [2, oneOf(1, 333, 750, 1000, 2345).map((quantityMilli) => ({ quantityMilli, isWeighed: true }))],
);

const LINE: fc.Arbitrary<Omit<FactLine, 'lineNo'>> = fc
  .record({
    sku: fc.constantFrom(...SKUS),
    quantity: QUANTITY,
    priceKopecks: KOPECKS,
    // What the till took off by itself is inside the gross.
    till: mixed([6, fc.constant(0)], [1, oneOf(1, 100, 777)]),
    minPriceKopecks: mixed<number | null>([5, fc.constant(null)], [1, oneOf(0, 1, 90, 900, 6000)]),
    isNonDiscountable: mixed([9, fc.constant(false)], [1, fc.constant(true)]),
    flags: mixed<string[]>([4, fc.constant([])], [1, fc.constant(['markdown'])]),
    params: mixed<JsonObject>([3, fc.constant({})], [1, oneOf({ age: 3 }, { age: 'red' })]),
  })
  .map(({ sku, quantity, priceKopecks, till, minPriceKopecks, ...rest }) => {
    const plain = Math.round((priceKopecks * quantity.quantityMilli) / 1000);
    const externalDiscountKopecks = Math.min(till, plain);
    const goods = GOODS[sku] ?? { groupCodes: [], attributes: {} };
    return {
      sku,
      ...goods,
      ...quantity,
      priceKopecks,
      grossKopecks: plain - externalDiscountKopecks,
      externalDiscountKopecks,
      ...(minPriceKopecks === null ? {} : { minPriceKopecks }),
      ...rest,
    };
  });

/** Lines in any order under numbers with gaps. */
export function linesOf(max: number): fc.Arbitrary<FactLine[]> {
  return fc
    .tuple(
      fc.array(LINE, { minLength: 1, maxLength: max, size: 'max' }),
      fc.shuffledSubarray([1, 2, 3, 5, 8, 13, 21], { minLength: 7, maxLength: 7 }),
    )
    .map(([lines, numbers]) =>
      lines.map((line, i) => ({ lineNo: numbers[i] ?? 100 + i, ...line })),
    );
}

const MEMBER: fc.Arbitrary<FactMember> = fc
  .record(
    {
      tierCode: oneOf('base', 'gold'),
      tiers: oneOf<JsonObject>({}, { club: 'gold' }),
      tierProgress: oneOf<JsonObject>({}, { main: 10, club: 120 }),
      tags: fc.subarray(['vip', 'new', 'mail']),
      attributes: oneOf<JsonObject>(
        {},
        { points: 3, shade: 'red', wedding: '2012-03-05' },
        { points: 7, wedding: '2016-02-29' },
      ),
      registeredOn: oneOf('2025-01-01', '2026-03-02'),
      purchasesBefore: oneOf(0, 1, 2, 4, 5),
      contacts: fc.subarray(['phone', 'email']),
      consents: fc.subarray(['sms', 'push']),
      scores: oneOf<JsonObject>({}, { risk: 5 }),
      arms: oneOf<JsonObject>({}, { x1: 'a' }, { x1: 'b', x2: 'a' }),
      optedIn: fc.subarray(['of1', ...CODES.slice(0, 3)]),
      personalLists: oneOf<JsonObject>(
        {},
        { l1: { s1: 500, s3: 0 } },
        { l1: { s2: 1200, s4: 9999 } },
      ),
      refereeCount: oneOf(0, 1, 3),
    },
    { noNullPrototype: true },
  )
  .chain((member) =>
    fc
      .record(
        {
          birthDate: oneOf('1990-03-02', '2000-02-29', '1960-03-06'),
          lastPurchaseOn: oneOf('2026-03-01', '2025-12-01'),
          referrer: oneOf({ depth: 1 }, { depth: 2 }),
        },
        { requiredKeys: [], noNullPrototype: true },
      )
      .map((more) => ({ ...member, ...more })),
  );

const PLACE: fc.Arbitrary<JsonObject> = params(
  {
    storeCode: oneOf('st1', 'st2'),
    regionCode: oneOf('r1', 'r2'),
    formatCode: fc.constant('super'),
    partnerCode: fc.constant('p1'),
    channel: oneOf('store', 'store', 'web'),
  },
  {
    cityCode: oneOf('c1', 'c2'),
    terminalCode: oneOf('t1', 't2'),
    terminalKind: oneOf('till', 'self'),
  },
);

const LOCAL = mixed(
  [4, oneOf({ date: '2026-03-02', minuteOfDay: 720, weekday: 1, zone: 'Europe/Moscow' })],
  [1, oneOf({ date: '2026-03-31', minuteOfDay: 30, weekday: 2, zone: 'Asia/Vladivostok' })],
  [1, oneOf({ date: '2026-02-28', minuteOfDay: 1330, weekday: 6, zone: 'Europe/Kaliningrad' })],
);

const BALANCE = params({
  available: oneOf(0, 3, 60, 700),
  pending: oneOf(0, 5),
  expiring: oneOf(0, 9),
  total: oneOf(0, 60, 999),
});

const POINT = oneOf(
  { num: 100, den: 1 },
  { num: 1, den: 1 },
  { num: 1, den: 3 },
  { num: 7, den: 2 },
  { num: 0, den: 1 },
);

const REDEMPTION = fc.uniqueArray(
  fc.record(
    {
      currencyCode: oneOf('bonus', 'coin'),
      requestedPoints: oneOf(0, 7, 50, 50, 5000, 5000),
      availablePoints: oneOf(0, 10, 60, 60, 9000),
      order: oneOf(0, 1, 2),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 2, minLength: 0, size: 'max', selector: (one) => one.currencyCode },
);

const PAYMENTS = fc.array(
  fc.record(
    {
      method: oneOf('cash', 'card', 'gift'),
      kopecks: oneOf(0, 1, 3000, 8000),
      params: oneOf<JsonObject>({}, { bin: 'red', months: 3 }),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 3 },
);

const COUPONS = fc.uniqueArray(
  mixed<Facts['coupons'][number]>(
    [2, oneOf('AA', 'BB')],
    [
      1,
      fc.record(
        {
          code: oneOf('AA', 'BB', 'CC', 'AB'),
          emissionCode: oneOf('em1', 'em2'),
          kind: oneOf('public', 'personal'),
          isUsable: oneOf(true, true, false),
        },
        { noNullPrototype: true },
      ),
    ],
  ),
  { maxLength: 3, selector: (one) => (typeof one === 'string' ? one : one.code) },
);

const USED = oneOf(0, 1, 2, 5, 500, 3000, 100_000);

export type FactsKind = { readonly linesMax: number; readonly members: 'all' | 'most' };

export function factsOf({ linesMax, members }: FactsKind): fc.Arbitrary<Facts> {
  const member = mixed<FactMember | null>(
    [5, MEMBER],
    [members === 'all' ? 0 : 1, fc.constant(null)],
  );
  return fc
    .record(
      {
        receiptId: oneOf('r-1', 'r-2', 'ч-3', 'r-44'),
        local: LOCAL,
        calendarCodes: fc.subarray(['feast', 'fast']),
        place: mixed<JsonObject | null>([9, PLACE], [1, fc.constant(null)]),
        deliveryKind: oneOf<string | null>(null, 'courier'),
        payments: PAYMENTS,
        coupons: COUPONS,
        member,
        card: mixed<JsonObject | null>(
          [2, fc.constant(null)],
          [
            1,
            params(
              {
                categoryCode: oneOf('plastic', 'virtual'),
                state: oneOf('active', 'blocked'),
                kind: fc.constant('main'),
                identifiedBy: fc.constant('number'),
              },
              { number: oneOf('7701', '1779') },
            ),
          ],
        ),
        lines: linesOf(linesMax),
        balances: params({}, { bonus: BALANCE, coin: BALANCE }),
        currencies: params({
          bonus: params({ kopecksPerPoint: POINT }, { worth: POINT }),
          coin: params({ kopecksPerPoint: POINT }, { worth: POINT }),
        }),
        redemption: REDEMPTION,
        counters: params(
          {},
          {
            c1: oneOf({ value: 3, changes: 1, sum: 9 }),
            c2: oneOf({ value: 2, changes: 4, sum: 4 }),
          },
        ),
        history: params(
          {},
          {
            h1: oneOf({
              receipts: 3,
              kopecks: 10_000,
              milli: 7000,
              discountKopecks: 2,
              accruedPoints: 5,
              paidPoints: 0,
              skus: 3,
              stores: 1,
              largestKopecks: 5000,
            }),
          },
        ),
        limitUsed: fc.dictionary(oneOf('lk1', 'lk2', 'lk3', 'pa/l0', 'pb/l0', 'pc/l1'), USED, {
          maxKeys: 3,
          noNullPrototype: true,
        }),
        limitLeft: fc.dictionary(oneOf('lk1', 'lk2'), USED, { maxKeys: 2, noNullPrototype: true }),
        stock: fc.dictionary(oneOf('k1', 'k2'), oneOf(0, 1, 3), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        chosenCodes: fc.subarray(CODES.slice(0, 4), { maxLength: 2 }),
      },
      { noNullPrototype: true },
    )
    .map((found) => ({
      occurredAt: Date.parse('2026-03-02T09:00:00Z'),
      trigger: 'receipt',
      event: {},
      programmeCode: 'main',
      depth: 0,
      ...found,
      // A card is somebody's.
      card: found.member === null ? null : found.card,
    }));
}
