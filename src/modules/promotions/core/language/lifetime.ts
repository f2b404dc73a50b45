import { type Static, Type } from 'typebox';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfMonth,
  daysInMonth,
  endOfDay,
  type Instant,
  type LocalDate,
  monthOf,
  parseLocalDate,
  startOfDay,
  startOfMonth,
} from '#shared/time.ts';
import type { Facts } from '../facts.ts';
import type { ParamProblem } from './param-problem.ts';
import {
  CLOSED,
  choice,
  countParam,
  dateParam,
  daysParam,
  labelled,
  optionParam,
  optionsOf,
} from './params.ts';

const ROUND_TO = optionsOf(
  optionParam('day', { ru: 'день', en: 'day' }),
  optionParam('week', { ru: 'неделя', en: 'week' }),
  optionParam('month', { ru: 'месяц', en: 'month' }),
  optionParam('quarter', { ru: 'квартал', en: 'quarter' }),
  optionParam('year', { ru: 'год', en: 'year' }),
);

const BURN_LABEL = { ru: 'Сгорают через, дней', en: 'Burn after, days' };
const AFTER_LABEL = { ru: 'Активны через, дней', en: 'Active after, days' };

const LifetimeShape = Type.Object(
  {
    activeAfterDays: Type.Optional(daysParam(AFTER_LABEL, 0)),
    activeRoundTo: Type.Optional(
      Type.Union(ROUND_TO, choice({ ru: 'Начало — с начала', en: 'Begin with the next' })),
    ),
    lifetimeDays: Type.Optional(daysParam(BURN_LABEL, 1)),
    lifetimeMonths: Type.Optional(
      countParam({ ru: 'Сгорают через, месяцев', en: 'Burn after, months' }, 1, 120),
    ),
    fixedDate: Type.Optional(dateParam({ ru: 'Сгорают после', en: 'Burn after the date' })),
    burnRoundTo: Type.Optional(
      Type.Union(ROUND_TO, choice({ ru: 'Конец — с концом', en: 'End with the' })),
    ),
  },
  {
    ...CLOSED,
    'x-unit': 'object',
    'x-title': {
      ru: 'срок[ с {activeAfterDays}][, с начала: {activeRoundTo}][ на {lifetimeDays}][ на {lifetimeMonths} мес.][ до {fixedDate}][, до конца: {burnRoundTo}]',
      en: 'lifetime[ after {activeAfterDays}][, from the next {activeRoundTo}][ of {lifetimeDays}][ of {lifetimeMonths} months][ until {fixedDate}][, to the end of the {burnRoundTo}]',
    },
    ...labelled({ ru: 'Срок жизни', en: 'When points wake and burn' }),
  },
);

type LifetimeParams = Static<typeof LifetimeShape>;
type RoundTo = NonNullable<LifetimeParams['activeRoundTo']>;

/** When points wake and burn, in calendar days of the store; what was worked out is remembered. */
export type Lifetime = {
  readonly params: LifetimeParams;
  /** Awake at once and never burning, whatever the day. */
  readonly isEndless: boolean;
  /** By day, then by zone. */
  readonly spans: Map<LocalDate, Map<string, DaySpan>>;
};

/** Moments for receipts of one day; activeFrom null = at once. */
type DaySpan = { readonly activeFrom: Instant | null; readonly expiresAt: Instant | null };

// Tills sell today; the bound keeps a replay of years from filling the memory.
const DAYS_MAX = 100;

/** Fields of every effect that gives points. */
export const LIFETIME_PARAMS = {
  activeAfterDays: Type.Optional(daysParam(AFTER_LABEL, 0)),
  lifetimeDays: Type.Optional(
    Type.Union([daysParam(BURN_LABEL, 1), Type.Null()], {
      ...choice(BURN_LABEL),
      'x-unit': 'days',
    }),
  ),
  lifetime: Type.Optional(LifetimeShape),
};

/** How titles speak of these fields. */
export const LIFETIME_TITLE = {
  ru: '[, активны через {activeAfterDays}][, сгорают через {lifetimeDays}][, {lifetime}]',
  en: '[, active after {activeAfterDays}][, burn after {lifetimeDays}][, {lifetime}]',
};

type Given = {
  readonly activeAfterDays?: number | undefined;
  readonly lifetimeDays?: number | null | undefined;
  readonly lifetime?: LifetimeParams | undefined;
};

/** Reads the fields; `lifetime` stands for itself; nothing said = active at once, never burning. */
export function lifetimeOf({ activeAfterDays, lifetimeDays, lifetime }: Given): Lifetime {
  const days = lifetimeDays ?? null;
  const simple = {
    ...(activeAfterDays === undefined ? {} : { activeAfterDays }),
    ...(days === null ? {} : { lifetimeDays: days }),
  };
  const params = lifetime ?? simple;
  return { params, isEndless: isEndless(params), spans: new Map() };
}

function isEndless(params: LifetimeParams): boolean {
  const { activeAfterDays = 0, activeRoundTo = 'day' } = params;
  const end = params.lifetimeDays ?? params.lifetimeMonths ?? params.fixedDate;
  return activeAfterDays === 0 && activeRoundTo === 'day' && end === undefined;
}

/** Refuses two ends, two ways of saying the same, and a day that does not exist. */
export function lifetimeProblems(params: Given): readonly ParamProblem[] {
  const { lifetime } = params;
  if (lifetime === undefined) return [];
  const { lifetimeDays, lifetimeMonths, fixedDate } = lifetime;
  const ends = [lifetimeDays, lifetimeMonths, fixedDate].filter((end) => end !== undefined);
  const isTwice = params.activeAfterDays !== undefined || params.lifetimeDays !== undefined;
  const isNoDay = fixedDate !== undefined && parseLocalDate(fixedDate) === undefined;
  const text = {
    ru: 'Срок задан дважды или в нём нет такого дня.',
    en: 'The lifetime is given twice, or there is no such day.',
  };
  if (ends.length <= 1 && !isTwice && !isNoDay) return [];
  return [{ field: 'lifetime', code: 'lifetime-unclear', text }];
}

/**
 * The moments at which points of a receipt wake and burn: at midnights of the store, so that a member in
 * Kamchatka does not lose them at Moscow's.
 */
export function lifespan(
  lifetime: Lifetime,
  { local, occurredAt }: Facts,
): { readonly activeFrom: Instant; readonly expiresAt: Instant | null } {
  if (lifetime.isEndless) return { activeFrom: occurredAt, expiresAt: null };
  const { activeFrom, expiresAt } = spanOn(lifetime, local);
  return { activeFrom: activeFrom ?? occurredAt, expiresAt };
}

function spanOn({ params, spans }: Lifetime, local: Facts['local']): DaySpan {
  const known = spans.get(local.date)?.get(local.zone);
  if (known !== undefined) return known;
  if (spans.size >= DAYS_MAX) spans.clear();
  const byZone = spans.get(local.date) ?? new Map<string, DaySpan>();
  const span = spanOf(params, local);
  spans.set(local.date, byZone.set(local.zone, span));
  return span;
}

function spanOf(params: LifetimeParams, { date, zone }: Facts['local']): DaySpan {
  const from = roundedUp(addDays(date, params.activeAfterDays ?? 0), params.activeRoundTo);
  const until = lastDay(params, from);
  return {
    activeFrom: from === date ? null : startOfDay(from, zone),
    expiresAt: until === null ? null : endOfDay(roundedOut(until, params.burnRoundTo), zone),
  };
}

function lastDay(params: LifetimeParams, from: LocalDate): LocalDate | null {
  const { lifetimeDays, lifetimeMonths, fixedDate } = params;
  if (lifetimeDays !== undefined) return addDays(from, lifetimeDays);
  if (lifetimeMonths !== undefined) return addMonths(from, lifetimeMonths);
  return fixedDate === undefined ? null : (parseLocalDate(fixedDate) ?? null);
}

/** The start of the next such period, unless the day is one. */
function roundedUp(date: LocalDate, to: RoundTo | undefined): LocalDate {
  if (to === undefined || to === 'day') return date;
  if (to === 'week') return addDays(date, (8 - weekdayOf(date)) % 7);
  const length = MONTHS[to];
  const month = monthOf(date);
  const isStart = month % length === 0 && dayOfMonth(date) === 1;
  return isStart ? date : startOfMonth((Math.floor(month / length) + 1) * length);
}

/** The last day of the period in which the day lies. */
function roundedOut(date: LocalDate, to: RoundTo | undefined): LocalDate {
  if (to === undefined || to === 'day') return date;
  if (to === 'week') return addDays(date, 7 - weekdayOf(date));
  const length = MONTHS[to];
  const last = startOfMonth(Math.floor(monthOf(date) / length) * length + length - 1);
  return addDays(last, daysInMonth(last) - 1);
}

/** 1 (Monday) … 7. */
function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
