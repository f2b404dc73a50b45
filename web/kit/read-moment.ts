const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day as people type it: `22.11.2026`, `22.11.26`, `22.11`, `22 Nov 2026`, `2026-11-22`.
 * @param near YYYY-MM-DD whose year is meant when none was typed; may be empty
 * @returns YYYY-MM-DD; undefined when it names no day
 */
export function readDay(text: string, near: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso !== null) return realDay(iso[1], iso[2], iso[3]);
  const named = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(typed);
  if (named !== null) {
    return realDay(named[3], String(MONTHS.indexOf(named[2] ?? '') + 1), named[1]);
  }
  const dotted = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?$/.exec(typed);
  if (dotted === null) return undefined;
  const year = dotted[3] ?? near.slice(0, 4);
  return realDay(year.length === 2 ? `20${year}` : year, dotted[2], dotted[1]);
}

/** Reads a time of a day: `23:30`, `23.30`, `2330`, `9` as HH:MM; undefined when there is none such. */
export function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : undefined;
}

function realDay(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${two(Number(month))}-${two(Number(day))}`;
  const date = new Date(`${written}T00:00:00Z`);
  // A day past the end of its month rolls over into the next one instead of failing.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  return isReal ? written : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
