import { type Instant, instant } from '#shared/time.ts';

const HOUR_MS = 3_600_000;
const SPANS_MS = [1, 24, 7 * 24, 31 * 24, 366 * 24].map((hours) => hours * HOUR_MS);

/**
 * Where to look for the newest receipts before `end`: an hour first, then a day, a week, a month, a
 * year, all. Each span holds the one before it; most lists are full within the first.
 * @param end   the newest moment wanted
 * @param start the oldest moment wanted; nothing is looked for before it
 * @returns     beginnings of the spans, each earlier than the one before; the last is `start`
 */
export function listWindows(end: Instant, start: Instant): readonly Instant[] {
  const inside = SPANS_MS.map((span) => end - span).filter((from) => from > start);
  return [...inside.map(instant), start];
}
