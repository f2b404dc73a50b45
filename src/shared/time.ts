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
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate;
  } catch {
    return undefined;
  }
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

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' })
    .days;
}

/** The first moment of `date` in `zone` (where midnight is skipped by law, the first that exists). */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return instant(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
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
