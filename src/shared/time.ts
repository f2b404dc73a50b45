import { Temporal } from 'temporal-polyfill';
import { assert } from './assert.ts';

/** A moment: epoch milliseconds. */
export type Instant = number & { readonly __unit: 'instant' };

/** A calendar day, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __unit: 'local-date' };

/** A moment as a wall clock in `zone` shows it. `weekday` is 1 (Monday) … 7 (Sunday). */
export type LocalMoment = {
  readonly date: LocalDate;
  readonly minuteOfDay: number;
  readonly weekday: number;
  readonly zone: string;
};

/** Brands epoch milliseconds. @throws Error when `ms` is not a safe integer */
export function instant(ms: number): Instant {
  assert(Number.isSafeInteger(ms), `an instant is a safe integer of milliseconds, got ${ms}`);
  return ms as Instant;
}

const RFC3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Reads an RFC 3339 timestamp with an offset; undefined when it is not one or names no real day. */
export function parseInstant(text: string): Instant | undefined {
  if (!RFC3339.test(text)) return undefined;
  try {
    return instant(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

let lastFormatted = { moment: 0, text: '1970-01-01T00:00:00.000Z' };

/** RFC 3339 in UTC with milliseconds. The last one is kept: a batch writes one moment many times. */
export function formatInstant(moment: Instant): string {
  if (moment !== lastFormatted.moment) {
    lastFormatted = { moment, text: new Date(moment).toISOString() };
  }
  return lastFormatted.text;
}

/** Reads `YYYY-MM-DD`; undefined when there is no such day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = text as LocalDate;
  const month = digits(date, 5, 2);
  if (month < 1 || month > 12) return undefined;
  const day = dayOfMonth(date);
  return day >= 1 && day <= daysInMonth(date) ? date : undefined;
}

/** Whether `zone` is an IANA name that this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

const QUARTER_HOUR = 900_000;
const offsets = new Map<string, { readonly slot: number; readonly offsetMs: number }>();

/**
 * The wall clock of `zone` at `moment`. Offsets are kept per zone and quarter of an hour: no zone in
 * force since 1972 has changed its offset elsewhere than on a quarter.
 * @throws RangeError when `zone` is not an IANA zone
 */
export function localMoment(moment: Instant, zone: string): LocalMoment {
  const shifted = new Date(moment + offsetOf(moment, zone));
  return {
    date: shifted.toISOString().slice(0, 10) as LocalDate,
    minuteOfDay: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
    weekday: ((shifted.getUTCDay() + 6) % 7) + 1,
    zone,
  };
}

function offsetOf(moment: Instant, zone: string): number {
  const slot = Math.floor(moment / QUARTER_HOUR);
  const known = offsets.get(zone);
  if (known !== undefined && known.slot === slot) return known.offsetMs;
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const offsetMs = zoned.offsetNanoseconds / 1e6;
  offsets.set(zone, { slot, offsetMs });
  return offsetMs;
}

/** `date` plus `days` (may be negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** `date` plus `months` (may be negative); the last day of a shorter month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

/** Number of the month of `date`, counted from January of the year 0. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first day of a month by its number, see {@link monthOf}; up to the year 9999. */
export function startOfMonth(month: number): LocalDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01` as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' })
    .days;
}

/**
 * The number of a calendar day, 0 = 1970-01-01: differences are whole days. Plain counting, so that a
 * promotion may ask for every receipt (a Temporal date costs microseconds).
 */
export function dayNumber(date: LocalDate): number {
  return dayNumberAt(digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2));
}

/** The number of a day that exists, 0 = 1970-01-01. */
export function dayNumberAt(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day at the end.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** How many days the month of `date` has. */
export function daysInMonth(date: LocalDate): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 2);
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The year of a date. */
export function yearOf(date: LocalDate): number {
  return digits(date, 0, 4);
}

/** The month of a date, 1 … 12. */
export function monthOfYear(date: LocalDate): number {
  return digits(date, 5, 2);
}

/** Day of the month, 1 … 31. */
export function dayOfMonth(date: LocalDate): number {
  return digits(date, 8, 2);
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

let lastDay = { date: '', zone: '', start: 0 };

/**
 * The first moment of `date` in `zone` (where midnight is skipped by law, the first that exists). The last
 * one is kept: a batch asks for one day many times.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  if (date !== lastDay.date || zone !== lastDay.zone) {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    lastDay = { date, zone, start };
  }
  return instant(lastDay.start);
}

/** The moment at which `date` is over in `zone`: the start of the next day. */
export function endOfDay(date: LocalDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone);
}

/** The moment of a wall-clock time, `minuteOfDay` 0 … 1439, on `date` in `zone` (later one of a repeated hour is never taken). */
export function atLocal(date: LocalDate, minuteOfDay: number, zone: string): Instant {
  const time = Temporal.PlainTime.from({
    hour: Math.floor(minuteOfDay / 60),
    minute: minuteOfDay % 60,
  });
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time });
  return instant(zoned.epochMilliseconds);
}
