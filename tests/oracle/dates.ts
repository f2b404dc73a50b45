// Days of the calendar, counted by hand: the oracle has no clock and no zones but the ones it is told.

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Day = { readonly year: number; readonly month: number; readonly day: number };

function parse(date: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return null;
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  const found = parse(date);
  if (found === null) throw new Error(`no date: ${date}`);
  return numberOf(found);
}

function numberOf({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function dayOfMonth(date: string): number {
  return parse(date)?.day ?? 0;
}

export function lengthOfMonth(date: string): number {
  const found = parse(date);
  return found === null ? 0 : monthLength(found.year, found.month);
}

/** The anniversaries of a date last year, this year and next year; 29 February is kept on the 28th. */
function anniversaries(of: string, around: string): number[] {
  const born = parse(of);
  const now = parse(around);
  if (born === null || now === null) throw new Error(`no date: ${of}, ${around}`);
  return [-1, 0, 1].map((shift) => {
    const year = now.year + shift;
    const day = Math.min(born.day, monthLength(year, born.month));
    return numberOf({ year, month: born.month, day });
  });
}

/** Days since the last anniversary and until the next; both 0 on the day. */
export function aroundAnniversary(of: string, date: string): { since: number; until: number } {
  const today = dayNumber(date);
  const days = anniversaries(of, date);
  const since = Math.min(...days.filter((day) => day <= today).map((day) => today - day));
  const until = Math.min(...days.filter((day) => day >= today).map((day) => day - today));
  return { since, until };
}

/** Full years from a birth date. */
export function fullYears(born: string, date: string): number {
  const from = parse(born);
  const now = parse(date);
  if (from === null || now === null) throw new Error(`no date: ${born}, ${date}`);
  const day = Math.min(from.day, monthLength(now.year, from.month));
  const had = numberOf({ year: now.year, month: from.month, day }) <= dayNumber(date);
  return now.year - from.year - (had ? 0 : 1);
}

export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

export function addMonths(date: string, months: number): string {
  const from = parse(date);
  if (from === null) throw new Error(`no date: ${date}`);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(from.day, monthLength(year, month));
  return new Date(numberOf({ year, month, day }) * 86_400_000).toISOString().slice(0, 10);
}

/** First day of the day, week, month, quarter or year in which a date lies. */
export function startOf(period: string, date: string): string {
  const found = parse(date);
  if (found === null) throw new Error(`no date: ${date}`);
  switch (period) {
    case 'week':
      return addDays(date, -((((dayNumber(date) + 3) % 7) + 7) % 7));
    case 'month':
      return `${date.slice(0, 8)}01`;
    case 'quarter':
      return addMonths(`${date.slice(0, 8)}01`, -((found.month - 1) % 3));
    case 'year':
      return `${date.slice(0, 5)}01-01`;
    default:
      return date;
  }
}

/** First day of the period after the one in which a date lies. */
export function nextStart(period: string, date: string): string {
  const start = startOf(period, date);
  const months: Record<string, number> = { month: 1, quarter: 3, year: 12 };
  const count = months[period];
  if (count !== undefined) return addMonths(start, count);
  return addDays(start, period === 'week' ? 7 : 1);
}
