import fc from 'fast-check';
import type { JsonObject } from '../json.ts';
import type { Expr } from '../rules.ts';
import { CODES, GROUPS, KOPECKS, mixed, oneOf, params, SKUS, STAGES, someOf } from './universe.ts';
import { PLAIN, value } from './values.ts';

// Conditions of 4.4 whose answer is open on the facts that are made here.

const TEST: fc.Arbitrary<JsonObject> = mixed(
  [2, params({ op: oneOf('eq', 'ne'), value: oneOf<unknown>(0, 3, 7, 'red', true) })],
  [3, params({ op: oneOf('lt', 'le', 'gt', 'ge'), value: oneOf<unknown>(0, 1, 3, 7, 'red') })],
  [1, params({ op: oneOf('between', 'outside'), min: oneOf(0, 2), max: oneOf(3, 9) })],
  [
    1,
    params({
      op: oneOf('in', 'not-in'),
      values: oneOf<unknown>([1, 3], [7, 2], ['red', 'blue'], [4]),
    }),
  ],
  [1, params({ op: oneOf('exists', 'absent') })],
  [1, params({ op: fc.constant('every'), value: oneOf(2, 3) })],
  [1, params({ op: oneOf('contains', 'mask'), value: oneOf('re', 'r*', '?ed', 'blue') })],
);

const NUMERIC: fc.Arbitrary<JsonObject> = mixed(
  [4, params({ op: oneOf('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'every'), value: oneOf(1, 2, 3, 5) })],
  [1, params({ op: oneOf('between', 'outside'), min: oneOf(0, 2), max: oneOf(3, 9) })],
  [1, params({ op: oneOf('in', 'not-in'), values: oneOf([1, 3], [2, 4], [9, 8]) })],
);

/** The fields of a goods filter; `isNamed`: at least one field is there. */
export function filter(isNamed = false): fc.Arbitrary<JsonObject> {
  const names = mixed(
    [4, params({ skus: someOf(SKUS, 3) })],
    [4, params({ groupCodes: someOf(GROUPS) })],
    [1, params({ brandCodes: someOf(['b1', 'b2']) })],
    [1, params({ supplierCodes: fc.constant(['u1']) })],
    [1, params({ personalListCode: oneOf('l1', 'l9') }, { skus: someOf(SKUS, 1) })],
  );
  const rest = mixed<JsonObject>(
    [16, fc.constant({})],
    [1, params({ exceptSkus: someOf(SKUS, 1) })],
    [1, params({ exceptGroupCodes: someOf(GROUPS, 1) })],
    [1, params({ minPriceKopecks: KOPECKS })],
    [1, params({ maxPriceKopecks: KOPECKS })],
    [1, params({ exceptLineFlags: fc.constant(['markdown']) })],
    [1, params({ lineFlags: fc.constant(['markdown']) })],
    [
      1,
      params({
        attributes: params({ attribute: oneOf('cut', 'shade'), test: TEST }).map((one) => [one]),
      }),
    ],
    [
      1,
      params({ lineParams: params({ param: fc.constant('age'), test: TEST }).map((one) => [one]) }),
    ],
  );
  const whole = fc.tuple(names, rest).map(([a, b]) => ({ ...a, ...b }));
  return isNamed ? whole : mixed([2, whole], [3, fc.constant({})]);
}

const STAGE = fc.constantFrom(...STAGES);

const sums = (first: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<JsonObject> =>
  mixed(
    [3, params({ ...first }, { stage: STAGE })],
    [1, params({ ...first, stage: fc.constant('paid-by'), methods: someOf(['cash', 'card']) })],
    [
      1,
      params({ ...first, maxKopecks: fc.integer({ min: 12_000, max: 30_000 }) }, { stage: STAGE }),
    ],
  );

const filtered = (rest: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc.tuple(filter(), rest).map(([a, b]) => ({ ...a, ...b }));

type Entry = readonly [number, string, fc.Arbitrary<JsonObject>];

const MILLI = oneOf(1, 1000, 2000, 3000);

/** Sums, goods and running state: what promotions do to each other. */
const STATE: readonly Entry[] = [
  [4, 'basket-total', sums({ minKopecks: KOPECKS })],
  [3, 'goods-sum', filtered(sums({ minKopecks: fc.integer({ min: 1, max: 9000 }) }))],
  [3, 'selected-total', sums({ minKopecks: KOPECKS })],
  [2, 'goods-quantity', filtered(params({ minMilli: MILLI }, { maxMilli: oneOf(3000, 9000) }))],
  [
    2,
    'goods-count',
    filtered(
      params(
        { what: oneOf('lines', 'skus', 'units'), minCount: oneOf(1, 2, 3) },
        { maxCount: oneOf(3, 5) },
      ),
    ),
  ],
  [
    1,
    'goods-set',
    params({
      parts: fc.array(params({ filter: filter(), minMilli: MILLI }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  ],
  [1, 'any-line', filtered(params({}, { lineFlags: fc.constant(['markdown']) }))],
  [2, 'variable', params({ variable: oneOf('v1', 'v2'), test: NUMERIC })],
  [3, 'applied', params({ promotionCodes: someOf(CODES) }, { isAll: fc.boolean() })],
  [
    2,
    'expression',
    params({
      left: value(oneOf(0, 1, 5, 1000), { ...PLAIN, readsSelection: true }),
      op: oneOf('eq', 'ne', 'lt', 'le', 'gt', 'ge'),
      right: value(oneOf(0, 1, 5, 1000), PLAIN),
    }),
  ],
  [
    1,
    'balance',
    params(
      { currencyCode: oneOf('bonus', 'coin', 'none'), minPoints: oneOf(0, 1, 50, 500) },
      { withReceipt: fc.boolean(), measure: oneOf('available', 'total') },
    ),
  ],
  [
    1,
    'history',
    params(
      {
        aggregateKey: oneOf('h1', 'h2'),
        measure: oneOf(
          'receipts',
          'kopecks',
          'milli',
          'discountKopecks',
          'largestKopecks',
          'averageKopecks',
          'skus',
          'accruedPoints',
        ),
        test: NUMERIC,
      },
      { includesThis: fc.boolean() },
    ),
  ],
];

const FACTS: readonly Entry[] = [
  [
    1,
    'date-range',
    params(
      {},
      {
        fromDate: oneOf('2026-03-01', '2026-03-05', '2024-02-29'),
        toDate: oneOf('2026-03-05', '2026-12-31'),
      },
    ),
  ],
  [1, 'weekdays', params({ weekdays: oneOf([1, 2], [3], [5, 6, 7], [7, 1]) })],
  [1, 'local-hours', params({ fromMinute: oneOf(0, 600, 1320), toMinute: oneOf(120, 720, 1440) })],
  [1, 'calendar', params({ calendarCodes: someOf(['feast', 'fast']) })],
  [1, 'month-days', params({}, { firstDays: oneOf(1, 5), lastDays: oneOf(1, 3) })],
  [1, 'nth-week', params({ every: oneOf(2, 3) }, { offset: oneOf(0, 1) })],
  [
    1,
    'birthday-window',
    params(
      { daysBefore: oneOf(0, 3), daysAfter: oneOf(0, 3) },
      { attribute: fc.constant('wedding') },
    ),
  ],
  [
    1,
    'days-since',
    params(
      { dateAttribute: oneOf('wedding', 'none') },
      { minDays: oneOf(-3, 0, 400), maxDays: oneOf(500, 3650) },
    ),
  ],
  [
    1,
    'place',
    params(
      {},
      {
        storeCodes: someOf(['st1', 'st2']),
        regionCodes: fc.constant(['r2']),
        cityCodes: fc.constant(['c1']),
      },
    ),
  ],
  [1, 'channel', params({ channels: someOf(['store', 'web']) })],
  [
    1,
    'terminal',
    params({}, { terminalCodes: fc.constant(['t1']), kinds: someOf(['till', 'self']) }),
  ],
  [1, 'delivery', params({ kinds: someOf(['courier', 'pickup']) })],
  [1, 'payment-method', params({ methods: someOf(['cash', 'card']) })],
  [
    1,
    'payment-share',
    params(
      { methods: someOf(['cash', 'card']), minBasisPoints: oneOf(1, 3000) },
      { maxBasisPoints: oneOf(5000, 10_000) },
    ),
  ],
  [1, 'payment-param', params({ param: oneOf('bin', 'months'), test: TEST })],
  [1, 'identified', params({})],
  [1, 'member-tag', params({ tags: someOf(['vip', 'new', 'mail'], 3) }, { minCount: oneOf(1, 2) })],
  [1, 'member-attribute', params({ attribute: oneOf('points', 'shade', 'none'), test: TEST })],
  [1, 'member-age', params({}, { minYears: oneOf(18, 36), maxYears: oneOf(36, 60) })],
  [1, 'membership-age', params({}, { minDays: oneOf(0, 430), maxDays: oneOf(500) })],
  [1, 'contact-linked', params({ kinds: someOf(['phone', 'email']) }, { isAll: fc.boolean() })],
  [1, 'consent', params({ kinds: someOf(['sms', 'push']) })],
  [
    1,
    'card',
    params(
      {},
      {
        categoryCodes: someOf(['plastic', 'virtual']),
        states: fc.constant(['active']),
        numberMask: oneOf('77*', '?7??', '*9'),
      },
    ),
  ],
  [
    1,
    'member-tier',
    params({ tierCodes: someOf(['gold', 'base']) }, { tierGroup: oneOf('main', 'club') }),
  ],
  [
    1,
    'tier-progress',
    params({ minPoints: oneOf(0, 10, 100) }, { tierGroup: oneOf('main', 'club') }),
  ],
  [1, 'experiment-arm', params({ experimentCode: oneOf('x1', 'x2'), arms: someOf(['a', 'b']) })],
  [
    1,
    'score',
    params({ scoreCode: oneOf('risk', 'none') }, { minScore: oneOf(1, 5), maxScore: oneOf(5, 9) }),
  ],
  [1, 'nth-purchase', params({ number: oneOf(1, 2, 3, 5), mode: oneOf('each', 'once') })],
  [1, 'days-since-purchase', params({}, { minDays: oneOf(0, 30), maxDays: oneOf(60) })],
  [
    1,
    'counter',
    params(
      { counterCode: oneOf('c1', 'c2'), test: NUMERIC },
      { measure: oneOf('value', 'changes', 'sum') },
    ),
  ],
  [1, 'coupon', params({ couponCodes: someOf(['AA', 'BB', 'CC']) })],
  [
    1,
    'coupon-emission',
    params(
      { emissionCodes: someOf(['em1', 'em2']) },
      { minCount: oneOf(1, 2), kind: oneOf('public', 'personal') },
    ),
  ],
  [1, 'coupon-mask', params({ masks: someOf(['A*', '?B', 'ZZ']) })],
  [
    1,
    'referral',
    mixed(
      [1, params({ role: fc.constant('referee') }, { minDepth: oneOf(1, 2) })],
      [1, params({ role: fc.constant('referrer') }, { minCount: oneOf(1, 3) })],
    ),
  ],
  [2, 'probability', params({ chanceBasisPoints: oneOf(1, 3000, 7000, 10_000) })],
  [1, 'stock-left', params({ stockCode: oneOf('k1', 'k2') }, { minCount: oneOf(1, 3) })],
  [1, 'budget-left', params({ limitKey: oneOf('lk1', 'lk9'), minAmount: oneOf(1, 100) })],
  [1, 'opted-in', params({}, { offerCode: oneOf('of1', 'of2') })],
  [1, 'event', params({ field: oneOf('size', 'name', 'none'), test: TEST })],
];

// Bounds that would say nothing are refused at save; one of them is always there.
const NEEDS_ONE: Readonly<Record<string, JsonObject>> = {
  'date-range': { fromDate: '2026-03-01' },
  'month-days': { firstDays: 5 },
  'days-since': { minDays: 0 },
  place: { storeCodes: ['st1'] },
  terminal: { kinds: ['till'] },
  'member-age': { minYears: 18 },
  'membership-age': { minDays: 0 },
  card: { states: ['active'] },
  score: { minScore: 1 },
  'days-since-purchase': { minDays: 0 },
  'any-line': { lineFlags: ['markdown'] },
};

/** Nothing but the fields that must be there. */
function isBare(condition: string, found: JsonObject): boolean {
  return Object.keys(found).length <= (['days-since', 'score'].includes(condition) ? 1 : 0);
}

function leafOf(entries: readonly Entry[]): fc.Arbitrary<Expr> {
  return mixed<Expr>(
    ...entries.map(([weight, condition, found]): readonly [number, fc.Arbitrary<Expr>] => [
      weight,
      found.map((one) => ({
        condition,
        params: isBare(condition, one) ? { ...one, ...NEEDS_ONE[condition] } : one,
      })),
    ]),
  );
}

export type Mood = 'open' | 'state' | 'picky';

/** `open`: nearly always true; `state`: about what other promotions did; `picky`: everything, nested too. */
export function when(mood: Mood): fc.Arbitrary<readonly Expr[]> {
  const state = leafOf(STATE);
  if (mood === 'open')
    return mixed<readonly Expr[]>([8, fc.constant([])], [1, state.map((one) => [one])]);
  if (mood === 'state') return fc.array(mixed([4, state], [1, nested(state)]), { maxLength: 2 });
  const any = mixed([2, leafOf(FACTS)], [1, state]);
  return fc.array(mixed([4, any], [1, nested(any)]), { maxLength: 3 });
}

function nested(leaf: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  const inner = mixed<Expr>(
    [4, leaf],
    [1, leaf.map((one) => ({ not: one }))],
    [1, fc.array(leaf, { minLength: 1, maxLength: 2 }).map((all) => ({ all }))],
  );
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  return mixed<Expr>(
    [3, list.map((any) => ({ any }))],
    [2, list.map((all) => ({ all }))],
    [2, inner.map((one) => ({ not: one }))],
  );
}
