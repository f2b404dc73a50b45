/**
 * Calendars for the twin, on purpose without the product's own: days are counted by hand, and what the
 * clocks of a zone do is asked of Intl.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;
const MONTHS_IN = { none: 0, day: 0, month: 1, quarter: 3, year: 12 } as const;

/** A rule of docs/ledger.md, section 5. */
export type Rule = {
  readonly activation:
    | { readonly when: 'at-once' }
    | { readonly when: 'after-minutes'; readonly minutes: number }
    | { readonly when: 'day-start'; readonly afterDays: number }
    | { readonly when: 'month-start'; readonly afterMonths: number }
    | { readonly when: 'date'; readonly date: string }
    | { readonly when: 'confirmed'; readonly confirmation: string };
  readonly expiry:
    | { readonly when: 'never' }
    | {
        readonly when: 'after';
        readonly count: number;
        readonly unit: 'day' | 'month' | 'year';
        readonly from: 'accrual' | 'activation';
        readonly endOf: 'none' | 'day' | 'month' | 'quarter' | 'year';
        readonly slides?: boolean;
      }
    | { readonly when: 'date'; readonly date: string };
};

/** What a lot carries of its rule. */
export type Dates = {
  readonly activeFrom: number;
  readonly awaits: string | null;
  readonly expiresAt: number | null;
  readonly lifetime: Rule | null;
};

/** The dates of a lot that is earned at `occurredAt`. */
export function datesOf(rule: Rule, occurredAt: number, zone: string): Dates {
  const { activation, expiry } = rule;
  const awaits = activation.when === 'confirmed' ? activation.confirmation : null;
  const activeFrom = wakesAt(activation, occurredAt, zone);
  const isOpen = awaits !== null && expiry.when === 'after' && expiry.from === 'activation';
  const slides = expiry.when === 'after' && expiry.slides === true;
  return {
    activeFrom,
    awaits,
    expiresAt: isOpen ? null : burnsAt(rule, { occurredAt, activeFrom }, zone),
    lifetime: isOpen || slides ? rule : null,
  };
}

function wakesAt(activation: Rule['activation'], occurredAt: number, zone: string): number {
  const today = localDay(occurredAt, zone);
  switch (activation.when) {
    case 'at-once':
    case 'confirmed':
      return occurredAt;
    case 'after-minutes':
      return occurredAt + activation.minutes * MINUTE;
    case 'day-start':
      return dayStart(today + activation.afterDays, zone);
    case 'month-start':
      return dayStart(monthStart(today, activation.afterMonths), zone);
    case 'date':
      return Math.max(dayStart(dayOfText(activation.date), zone), occurredAt);
  }
}

function burnsAt(
  { expiry }: Rule,
  at: { readonly occurredAt: number; readonly activeFrom: number },
  zone: string,
): number | null {
  if (expiry.when === 'never') return null;
  if (expiry.when === 'date') return dayStart(dayOfText(expiry.date) + 1, zone);
  return afterBase(expiry, expiry.from === 'accrual' ? at.occurredAt : at.activeFrom, zone);
}

/** `count` units after `base`, to the end of what the rule says. */
export function afterBase(
  expiry: Extract<Rule['expiry'], { when: 'after' }>,
  base: number,
  zone: string,
): number {
  const { day: baseDay, ofDay } = localOf(base, zone);
  const day =
    expiry.unit === 'day'
      ? baseDay + expiry.count
      : plusMonths(baseDay, expiry.count * (expiry.unit === 'year' ? 12 : 1));
  if (expiry.endOf === 'none') return momentOf(day, ofDay, zone);
  if (expiry.endOf === 'day') return dayStart(day + 1, zone);
  const length = MONTHS_IN[expiry.endOf];
  const { year, month } = civil(day);
  const first = month - ((month - 1) % length);
  return dayStart(dayNumber(year, first + length, 1), zone);
}

/** The first moment of the local day of `moment`. */
export function midnightOf(moment: number, zone: string): number {
  return dayStart(localDay(moment, zone), zone);
}

// ── days as numbers: 1 January 1970 is 0 ──

function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return dayNumber(year, month, day);
}

/** `month` may lie outside 1 … 12: it is carried into the year. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

function civil(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

function monthStart(day: number, monthsLater: number): number {
  const { year, month } = civil(day);
  return dayNumber(year, month + monthsLater, 1);
}

/** The same day of a later month, or the last one where the month is shorter. */
function plusMonths(day: number, months: number): number {
  const { year, month, date } = civil(day);
  const first = dayNumber(year, month + months, 1);
  const nextFirst = dayNumber(year, month + months + 1, 1);
  return Math.min(first + date - 1, nextFirst - 1);
}

// ── zones ──

type Local = { readonly day: number; readonly ofDay: number };

function localDay(moment: number, zone: string): number {
  return localOf(moment, zone).day;
}

function localOf(moment: number, zone: string): Local {
  const shifted = moment + offsetAt(moment, zone);
  const day = Math.floor(shifted / DAY);
  return { day, ofDay: shifted - day * DAY };
}

/** The moment of a wall clock: the first of two, and where there is none, as much later as was skipped. */
function momentOf(day: number, ofDay: number, zone: string): number {
  const wall = day * DAY + ofDay;
  const { before, candidates } = around(wall, zone);
  return candidates[0] ?? wall - before;
}

/** The first moment of a local day, which is midnight nearly everywhere and always. */
function dayStart(day: number, zone: string): number {
  const wall = day * DAY;
  const { before, after, candidates } = around(wall, zone);
  const [first] = candidates;
  if (first !== undefined) return first;
  // Midnight is skipped: the day begins when the clocks jump.
  let [low, high] = [wall - after - DAY, wall - before + DAY];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function around(wall: number, zone: string) {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const candidates = [wall - before, wall - after]
    .filter((moment) => moment + offsetAt(moment, zone) === wall)
    .sort((a, b) => a - b);
  return { before, after, candidates };
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function offsetAt(moment: number, zone: string): number {
  // Clocks are moved on a quarter of an hour, never inside one.
  const slot = Math.floor(moment / (15 * MINUTE));
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = askIntl(slot * 15 * MINUTE, zone);
  offsets.set(key, offset);
  return offset;
}

function askIntl(moment: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - moment;
}
