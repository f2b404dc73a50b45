import { type Static, Type } from 'typebox';
import { present, unreachable } from './assert.ts';
import {
  addDays,
  addMonths,
  atLocal,
  endOfDay,
  type Instant,
  instant,
  type LocalDate,
  localMoment,
  monthOf,
  parseLocalDate,
  startOfDay,
  startOfMonth,
} from './time.ts';

const CLOSED = { additionalProperties: false } as const;
const DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

/** When points wake. Days, months and dates are those of the place where they were earned. */
const ActivationShape = Type.Union([
  Type.Object({ when: Type.Literal('at-once') }, CLOSED),
  Type.Object(
    {
      when: Type.Literal('after-minutes'),
      minutes: Type.Integer({ minimum: 1, maximum: 527_040, 'x-unit': 'minutes' }),
    },
    CLOSED,
  ),
  Type.Object(
    {
      when: Type.Literal('day-start'),
      afterDays: Type.Integer({ minimum: 1, maximum: 3660, 'x-unit': 'days' }),
    },
    CLOSED,
  ),
  Type.Object(
    {
      when: Type.Literal('month-start'),
      afterMonths: Type.Integer({ minimum: 1, maximum: 120, 'x-unit': 'months' }),
    },
    CLOSED,
  ),
  Type.Object({ when: Type.Literal('date'), date: Type.String({ pattern: DATE }) }, CLOSED),
  Type.Object(
    {
      when: Type.Literal('confirmed'),
      confirmation: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }),
    },
    CLOSED,
  ),
]);

/** When points burn. */
const ExpiryShape = Type.Union([
  Type.Object({ when: Type.Literal('never') }, CLOSED),
  Type.Object(
    {
      when: Type.Literal('after'),
      count: Type.Integer({ minimum: 1, maximum: 3660 }),
      unit: Type.Union([Type.Literal('day'), Type.Literal('month'), Type.Literal('year')]),
      from: Type.Union([Type.Literal('accrual'), Type.Literal('activation')]),
      /** They live through the end of this; `none` = to the very moment. */
      endOf: Type.Union([
        Type.Literal('none'),
        Type.Literal('day'),
        Type.Literal('month'),
        Type.Literal('quarter'),
        Type.Literal('year'),
      ]),
      /** Counted anew from every activity of the member on the account. */
      slides: Type.Optional(Type.Boolean()),
    },
    CLOSED,
  ),
  Type.Object({ when: Type.Literal('date'), date: Type.String({ pattern: DATE }) }, CLOSED),
]);

/** When points wake and burn. */
export const LifetimeShape = Type.Object(
  { activation: ActivationShape, expiry: ExpiryShape },
  { additionalProperties: false, description: 'When points wake and burn' },
);

export type LifetimeRule = Static<typeof LifetimeShape>;

/** The dates that a rule gives. */
export type Lifespan = {
  readonly activeFrom: Instant;
  /** The confirmation that it waits for besides; null = none. */
  readonly awaits: string | null;
  /** null = never. Exclusive: at this moment it is burnt. */
  readonly expiresAt: Instant | null;
};

/** What the dates are counted from. */
export type LifeStart = {
  /** Business time of what the points are given for. */
  readonly occurredAt: Instant;
  /** The zone whose days and months count. */
  readonly zone: string;
  /** When the confirmation that the rule waits for came; absent = not yet. */
  readonly activatedAt?: Instant;
};

type Activation = LifetimeRule['activation'];
type After = Extract<LifetimeRule['expiry'], { readonly when: 'after' }>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** The dates of points that begin to live. Points that wait for their activation burn at no known date. */
export function lifespanOf(rule: LifetimeRule, start: LifeStart): Lifespan {
  const awaits = awaited(rule.activation, start);
  const activeFrom = wakesAt(rule.activation, start);
  return { activeFrom, awaits, expiresAt: burnsAt(rule, { ...start, activeFrom, awaits }) };
}

/**
 * The date that a sliding rule gives after an activity; null when the rule does not slide. Whoever uses it
 * takes it only when it is later than the date that the lot has.
 */
export function slide(rule: LifetimeRule, activityAt: Instant, zone: string): Instant | null {
  const { expiry } = rule;
  return expiry.when === 'after' && expiry.slides === true
    ? countFrom(expiry, activityAt, zone)
    : null;
}

/** Whether an expiry is counted from an activation that is still to be confirmed. */
export function countsFromConfirmation({ activation, expiry }: LifetimeRule): boolean {
  return activation.when === 'confirmed' && expiry.when === 'after' && expiry.from === 'activation';
}

/** The rule as a lot keeps it: JSON when its dates may still move, null when they stand. */
export function movingRule(rule: LifetimeRule): string | null {
  const slides = rule.expiry.when === 'after' && rule.expiry.slides === true;
  return slides || countsFromConfirmation(rule) ? JSON.stringify(rule) : null;
}

/** Whether every date in the rule is a day that exists: the shape lets 30 February through. */
export function isRealRule({ activation, expiry }: LifetimeRule): boolean {
  const dates = [activation, expiry].flatMap((part) => (part.when === 'date' ? [part.date] : []));
  return dates.every((date) => parseLocalDate(date) !== undefined);
}

const rules = new Map<string, LifetimeRule>();

/** Reads a rule that {@link movingRule} has written; few differ, so they are kept. */
export function readRule(text: string): LifetimeRule {
  const known = rules.get(text);
  if (known !== undefined) return known;
  const rule = JSON.parse(text) as LifetimeRule;
  if (rules.size >= KEPT_MAX) rules.clear();
  rules.set(text, rule);
  return rule;
}

function awaited(activation: Activation, start: LifeStart): string | null {
  const isWaiting = activation.when === 'confirmed' && start.activatedAt === undefined;
  return isWaiting ? activation.confirmation : null;
}

function wakesAt(activation: Activation, { occurredAt, zone, activatedAt }: LifeStart): Instant {
  switch (activation.when) {
    case 'at-once':
      return occurredAt;
    case 'after-minutes':
      return instant(occurredAt + activation.minutes * MINUTE_MS);
    case 'day-start':
      return kept(`${zone} ${dayOf(occurredAt, zone)} +${activation.afterDays}`, () =>
        startOfDay(addDays(dayOf(occurredAt, zone), activation.afterDays), zone),
      );
    case 'month-start':
      return kept(`${zone} ${dayOf(occurredAt, zone)} +${activation.afterMonths}m`, () =>
        startOfDay(startOfMonth(monthOf(dayOf(occurredAt, zone)) + activation.afterMonths), zone),
      );
    case 'date':
      return later(
        kept(`${zone} ${activation.date}`, () => startOfDay(dateOf(activation.date), zone)),
        occurredAt,
      );
    case 'confirmed':
      return activatedAt === undefined ? occurredAt : later(activatedAt, occurredAt);
    default:
      return unreachable(activation);
  }
}

function burnsAt(
  { expiry }: LifetimeRule,
  life: LifeStart & { readonly activeFrom: Instant; readonly awaits: string | null },
): Instant | null {
  switch (expiry.when) {
    case 'never':
      return null;
    case 'date':
      return kept(`${life.zone} ${expiry.date} end`, () =>
        endOfDay(dateOf(expiry.date), life.zone),
      );
    case 'after':
      if (expiry.from === 'accrual') return countFrom(expiry, life.occurredAt, life.zone);
      return life.awaits === null ? countFrom(expiry, life.activeFrom, life.zone) : null;
    default:
      return unreachable(expiry);
  }
}

function countFrom(rule: After, base: Instant, zone: string): Instant {
  const { date, minuteOfDay } = localMoment(base, zone);
  const key = `${zone} ${date} ${rule.count} ${rule.unit}`;
  const { endOf } = rule;
  if (endOf !== 'none') {
    return kept(`${key} ${endOf}`, () =>
      startOfDay(dayAfterPeriod(shifted(date, rule), endOf), zone),
    );
  }
  const begins = kept(`${key} begins`, () => startOfDay(shifted(date, rule), zone));
  const ends = kept(`${key} ends`, () => endOfDay(shifted(date, rule), zone));
  const isPlainDay = ends - begins === DAY_MS;
  const minute = isPlainDay
    ? begins + minuteOfDay * MINUTE_MS
    : atLocal(shifted(date, rule), minuteOfDay, zone);
  // Offsets are whole minutes, so what is below a minute is the same on every wall.
  return instant(minute + (base % MINUTE_MS));
}

function shifted(date: LocalDate, { count, unit }: After): LocalDate {
  if (unit === 'day') return addDays(date, count);
  return addMonths(date, unit === 'month' ? count : count * 12);
}

const PERIOD_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day after the day, month, quarter or year of `date`. */
function dayAfterPeriod(date: LocalDate, endOf: Exclude<After['endOf'], 'none'>): LocalDate {
  if (endOf === 'day') return addDays(date, 1);
  const month = monthOf(date);
  const months = PERIOD_MONTHS[endOf];
  return startOfMonth(month - (month % months) + months);
}

function dayOf(moment: Instant, zone: string): LocalDate {
  return localMoment(moment, zone).date;
}

function dateOf(text: string): LocalDate {
  return present(parseLocalDate(text), `day ${text}`);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

// Zone arithmetic costs tens of microseconds; all receipts of a store and a day share the answer.
const KEPT_MAX = 8192;
const moments = new Map<string, Instant>();

function kept(key: string, workOut: () => Instant): Instant {
  const known = moments.get(key);
  if (known !== undefined) return known;
  const moment = workOut();
  if (moments.size >= KEPT_MAX) moments.clear();
  moments.set(key, moment);
  return moment;
}
