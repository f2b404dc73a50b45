import type { Instant } from '#shared/time.ts';

/**
 * Reads a timestamp as PostgreSQL writes it in UTC; undefined when it is none of ours: not a moment, or
 * finer than a millisecond.
 */
export function momentOf(text: string): Instant | undefined {
  if (!MOMENT.test(text)) return undefined;
  const day = dayOf(text.slice(0, 10));
  if (Number.isNaN(day)) return undefined;
  const seconds = two(text, 11) * 3_600 + two(text, 14) * 60 + two(text, 17);
  const fraction = text.length > 22 ? Number(text.slice(20, -3).padEnd(3, '0')) : 0;
  // A whole number by construction; `instant` would put a message together for every row.
  return (day + seconds * 1_000 + fraction) as Instant;
}

const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?\+00$/;

// A ledger has few days and many entries: reading a date anew costs more than all the rest.
const days = new Map<string, number>();
const DAYS_KEPT = 5_000;

function dayOf(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  if (days.size >= DAYS_KEPT) days.clear();
  const ms = Date.parse(`${date}T00:00:00Z`);
  days.set(date, ms);
  return ms;
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** Reads an integer; undefined when it is beyond the safe ones. */
export function integerOf(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
