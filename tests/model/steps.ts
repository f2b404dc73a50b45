import fc from 'fast-check';
import type { ExchangePair, Kind, Terms } from './twin/asks.ts';
import type { Rule } from './twin/dates.ts';

/** The moment at which every run begins; runs last for years, over changes of clocks and short months. */
export const START = Date.UTC(2026, 0, 28, 9, 30, 15, 250);

export const ZONES = [
  'Europe/Moscow',
  'Asia/Kamchatka',
  'Europe/Berlin',
  // Clocks change at midnight here.
  'America/Santiago',
] as const;
export const PARTNERS = ['gastronom', 'azs'] as const;
const CONFIRMATIONS = ['delivery', 'visit'] as const;
/** The last one does not exist. */
export const CURRENCIES = ['bonus', 'miles', 'stars', 'nothing'] as const;
export const MEMBERS = 3;

/** How time goes on before a step. */
export type Pace =
  | { readonly by: 'nothing' }
  | { readonly by: 'ms'; readonly ms: number }
  /** To one of the moments at which something wakes, burns or lapses, give or take a millisecond. */
  | { readonly by: 'event'; readonly nth: number; readonly offMs: number };

/**
 * A step of a run before it is known what is there: `nth` picks among what there is, `part` is the share of
 * it in percent. So a shorter list of steps still means something.
 */
export type Step = {
  readonly kind: Kind;
  readonly pace: Pace;
  readonly member: number;
  /** How many members further on the other one stands; 0 = the same one. */
  readonly other: number;
  readonly currency: number;
  readonly toCurrency: number;
  readonly nth: number;
  readonly part: number;
  readonly points: number;
  readonly lifetime: Rule | null;
  readonly zone: number;
  readonly partner: number;
  readonly receipt: number;
  /** How much earlier (or later, below zero) than now it happened. */
  readonly lateMs: number;
  readonly flag: boolean;
};

/** The rules of one run. */
export type Programme = {
  readonly terms: readonly Terms[];
  readonly exchanges: readonly (ExchangePair & { readonly from: number; readonly to: number })[];
};

const DAY = 86_400_000;

const date = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => new Date(START + days * DAY).toISOString().slice(0, 10));

const activation: fc.Arbitrary<Rule['activation']> = fc.oneof(
  { weight: 14, arbitrary: fc.constant({ when: 'at-once' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      when: fc.constant('after-minutes' as const),
      minutes: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      when: fc.constant('day-start' as const),
      afterDays: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      when: fc.constant('month-start' as const),
      afterMonths: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ when: fc.constant('date' as const), date }) },
  {
    weight: 3,
    arbitrary: fc.record({
      when: fc.constant('confirmed' as const),
      confirmation: fc.constantFrom(...CONFIRMATIONS),
    }),
  },
);

const expiry: fc.Arbitrary<Rule['expiry']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ when: 'never' } as const) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        when: fc.constant('after' as const),
        unit: fc.constantFrom('day', 'month', 'year'),
        count: fc.integer({ min: 1, max: 40 }),
        from: fc.constantFrom('accrual', 'activation'),
        endOf: fc.constantFrom('none', 'day', 'month', 'quarter', 'year'),
        slides: fc.option(fc.boolean(), { nil: undefined }),
      })
      .map(({ slides, count, ...rule }) => ({
        ...rule,
        count: rule.unit === 'day' ? count : 1 + (count % (rule.unit === 'month' ? 14 : 2)),
        ...(slides === undefined ? {} : { slides }),
      })),
  },
  { weight: 1, arbitrary: fc.record({ when: fc.constant('date' as const), date }) },
);

const rule: fc.Arbitrary<Rule> = fc.record({ activation, expiry });

const debtPolicy = fc.constantFrom('allow' as const, 'to-zero' as const, 'refuse' as const);

const terms: fc.Arbitrary<Terms> = fc.record({
  spendOrder: fc.constantFrom('soonest-to-expire', 'first-in', 'own-partner-first'),
  lifetime: rule,
  debt: fc.record({ takeBack: debtPolicy, debit: debtPolicy }),
  loanPointsMax: fc.constantFrom(0, 0, 50, 500),
  holdMinutesMax: fc.constantFrom(1440, 60),
  transfer: fc.option(
    fc.record({
      pointsMin: fc.constantFrom(1, 1, 5),
      dailyPointsMax: fc.constantFrom(1_000_000_000_000, 300),
      feeBasisPoints: fc.constantFrom(0, 150, 1_000),
      feePoints: fc.constantFrom(0, 3),
    }),
    { freq: 6, nil: null },
  ),
  reactivation: fc.option(
    fc.record({
      withinDays: fc.constantFrom(30, 400),
      feeBasisPoints: fc.constantFrom(0, 1_000, 3_333, 10_000),
      lifetime: rule,
    }),
    { freq: 4, nil: null },
  ),
});

/** Any programme of three currencies. */
export const programme: fc.Arbitrary<Programme> = fc.record({
  terms: fc.tuple(terms, terms, terms),
  exchanges: fc.array(
    fc.record({
      from: fc.nat(2),
      to: fc.nat(2),
      fromPoints: fc.constantFrom(1, 3, 100),
      toPoints: fc.constantFrom(1, 7, 1_000_000),
      feeBasisPoints: fc.constantFrom(0, 250, 1_000, 10_000),
    }),
    { minLength: 2, maxLength: 6 },
  ),
});

const WEIGHTS: Readonly<Record<Kind, number>> = {
  earn: 30,
  spend: 14,
  hold: 5,
  capture: 7,
  release: 4,
  'take-back': 6,
  'give-back': 9,
  credit: 3,
  debit: 4,
  purchase: 2,
  'transfer-out': 4,
  'transfer-in': 5,
  'transfer-back': 3,
  settle: 3,
  reject: 1,
  exchange: 6,
  reactivate: 5,
  extend: 3,
  activate: 5,
  'suspend-expiry': 3,
  'merge-out': 1,
  'merge-in': 1,
  'unmerge-out': 3,
  'unmerge-in': 4,
  expire: 5,
  lapse: 4,
  repay: 3,
};

const kind: fc.Arbitrary<Kind> = fc.oneof(
  ...Object.entries(WEIGHTS).map(([name, weight]) => ({
    weight,
    // The keys of the table are the kinds.
    arbitrary: fc.constant(name as Kind),
  })),
);

const pace: fc.Arbitrary<Pace> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ by: 'nothing' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('ms' as const),
      ms: fc.integer({ min: 0, max: 7_200_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('ms' as const),
      ms: fc.integer({ min: 0, max: 45 * DAY }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('event' as const),
      nth: fc.nat(5),
      offMs: fc.constantFrom(0, -1, 1),
    }),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  kind,
  pace,
  member: fc.constantFrom(0, 0, 0, 1, 1, 2),
  other: fc.constantFrom(1, 1, 1, 2, 2, 2, 0),
  currency: fc.oneof(
    { weight: 40, arbitrary: fc.nat(2) },
    { weight: 1, arbitrary: fc.constant(3) },
  ),
  toCurrency: fc.nat(2),
  nth: fc.nat(7),
  part: fc.constantFrom(100, 100, 50, 30, 101, 7),
  points: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 1, max: 200 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_000_000_000_000 }) },
  ),
  lifetime: fc.option(rule, { freq: 3, nil: null }),
  zone: fc.nat(ZONES.length - 1),
  partner: fc.nat(PARTNERS.length - 1),
  receipt: fc.nat(6),
  lateMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -600_000, max: 3 * DAY }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 * DAY }) },
  ),
  flag: fc.boolean(),
});

/** A run of exactly `length` steps; a shrunk one has holes, which do nothing. */
export function runOf(length: number): fc.Arbitrary<readonly (Step | null)[]> {
  const hole = fc.option(step, { freq: 1_000_000, nil: null });
  return fc.array(hole, { minLength: length, maxLength: length });
}
