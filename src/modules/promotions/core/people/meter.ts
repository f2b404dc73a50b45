import { dayNumber, dayNumberAt, type LocalMoment, monthOfYear, yearOf } from '#shared/time.ts';
import type { CounterDefinition } from '../language/counter-shape.ts';
import type { Limit, Period } from '../language/limit-shape.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Subjects that a member stands for: a household and a card count as the member for now. */
const OF_MEMBER: readonly Limit['subject'][] = ['member', 'household', 'card'];

/** Whether what one receipt uses is missing for other people's receipts. */
export function isShared(subject: Limit['subject']): boolean {
  return !OF_MEMBER.includes(subject);
}

/** Whether uses of the limit outlive their receipt. */
export function isKept({ subject, period }: Pick<Limit, 'subject' | 'period'>): boolean {
  return period !== 'receipt' && subject !== 'receipt' && subject !== 'line';
}

/** Under which name a limit's uses are kept: once it means something else, it counts anew. */
export function meterOf(key: string, { unit, subject, period }: Limit): string {
  return `${key} ${unit} ${subject} ${periodWord(period)}`;
}

/** Under which name a counter is kept. */
export function counterMeterOf(
  code: string,
  period: NonNullable<CounterDefinition['period']>,
): string {
  return `${code} member ${period}`;
}

function periodWord(period: Period): string {
  if (typeof period === 'string') return period;
  return 'lastDays' in period ? 'days' : 'minutes';
}

/** A moment that a meter's period is read at. */
export type MeterMoment = { readonly occurredAt: number; readonly local: LocalMoment };

/** Uses are written at `start`; those from `from` to `start` count, both included. */
export type MeterSpan = { readonly from: number; readonly start: number };

/**
 * The stretch of a period at a moment. Calendar periods are those of the wall clock, written as if it were
 * UTC: the 2nd of March is one day in all zones, and an hour that a clock shows twice is one hour. The
 * last days are that many dates with today; the last minutes are exact moments.
 */
export function meterSpan(period: Period | 'none', { occurredAt, local }: MeterMoment): MeterSpan {
  if (typeof period === 'string') {
    const start = periodStart(period, local);
    return { from: start, start };
  }
  if ('lastMinutes' in period) {
    return { from: occurredAt - period.lastMinutes * MINUTE_MS + 1, start: occurredAt };
  }
  const today = dayNumber(local.date);
  return { from: (today - period.lastDays + 1) * DAY_MS, start: today * DAY_MS };
}

function periodStart(period: Extract<Period, string> | 'none', local: LocalMoment): number {
  const { date, minuteOfDay, weekday } = local;
  switch (period) {
    case 'hour':
      return dayNumber(date) * DAY_MS + (minuteOfDay - (minuteOfDay % 60)) * MINUTE_MS;
    case 'day':
      return dayNumber(date) * DAY_MS;
    case 'week':
      return (dayNumber(date) - weekday + 1) * DAY_MS;
    case 'month':
      return dayNumberAt(yearOf(date), monthOfYear(date), 1) * DAY_MS;
    case 'year':
      return dayNumberAt(yearOf(date), 1, 1) * DAY_MS;
    case 'receipt':
    case 'offer':
    case 'none':
      return 0;
  }
}

/** The wall clock as a number that grows with it: milliseconds as if it showed UTC. */
export function wallMs({ date, minuteOfDay }: LocalMoment): number {
  return dayNumber(date) * DAY_MS + minuteOfDay * MINUTE_MS;
}
