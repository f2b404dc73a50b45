import type { Text } from '#shared/text.ts';

/** The languages that the screens speak. */
export type Locale = keyof Text;

const TAGS: Readonly<Record<Locale, string>> = { ru: 'ru-RU', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** `Intl` constructors are slow (~50 µs) and tables format thousands of cells: each is made once. */
function once<F>(make: (locale: Locale, more: string) => F) {
  const made = new Map<string, F>();
  return (locale: Locale, more = ''): F => {
    const key = `${locale}:${more}`;
    const known = made.get(key) ?? make(locale, more);
    made.set(key, known);
    return known;
  };
}

const numbers = once((locale, digits) => {
  const fraction = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) };
  return new Intl.NumberFormat(TAGS[locale], fraction);
});

const roubles = once(
  (locale) =>
    new Intl.NumberFormat(TAGS[locale], {
      style: 'currency',
      currency: 'RUB',
      currencyDisplay: 'narrowSymbol',
    }),
);

const quantities = once(
  (locale) => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 3 }),
);

const days = once(
  (locale) => new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** Swedish writes moments as `2026-11-22 23:30:00`, ready to be cut by position. */
const walls = once(
  (_, zone) =>
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      ...(zone !== '' && { timeZone: zone }),
    }),
);

const relatives = once((locale) => new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' }));

/** A hyphen is too short for a minus in a column of figures. */
const withMinus = (text: string): string => text.replace(/^-/, '−');

/** `-0` is a number of JavaScript, not of accountants. */
const unsignedZero = (value: number): number => (value === 0 ? 0 : value);

const withPlus = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** Kopecks as `1 234,56 ₽`; with `sign`, gains carry a plus. */
export function formatMoney(kopecks: number, locale: Locale, sign = false): string {
  const text = withMinus(roubles(locale).format(unsignedZero(kopecks) / 100));
  return sign ? withPlus(kopecks, text) : text;
}

/** A number with the language's separators and a fixed count of decimals. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return withMinus(numbers(locale, String(digits)).format(unsignedZero(value)));
}

/** Points without their unit, from smallest units; with `sign`, gains carry a plus. */
export function formatPoints(
  points: number,
  locale: Locale,
  options: { divisibility?: number; sign?: boolean } = {},
): string {
  const digits = options.divisibility ?? 0;
  const text = formatNumber(points / 10 ** digits, locale, digits);
  return options.sign === true ? withPlus(points, text) : text;
}

/** Thousandths as a quantity: `2`, `0,455`. Trailing zeros are dropped. */
export function formatQuantity(quantityMilli: number, locale: Locale): string {
  return withMinus(quantities(locale).format(quantityMilli / 1000));
}

const percents = once(
  (locale) => new Intl.NumberFormat(TAGS[locale], { style: 'percent', maximumFractionDigits: 2 }),
);

/** Hundredths of a percent as `1,5 %`. */
export function formatPercent(basisPoints: number, locale: Locale): string {
  return withMinus(percents(locale).format(basisPoints / 10_000));
}

/** `2026-11-22` as `22.11.2026` (English: 22 Nov 2026). */
export function formatDay(date: string, locale: Locale): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  if (locale === 'ru') return `${day}.${month}.${year}`;
  return days(locale).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

const dayMonths = once(
  (locale) =>
    new Intl.DateTimeFormat(TAGS[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' }),
);

/** The day and month of `2026-11-22`, some days on: `22 нояб.` (English: 22 Nov). */
export function formatDayMonth(date: string, locale: Locale, daysOn = 0): string {
  const day = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + daysOn * DAY_MS;
  return dayMonths(locale).format(new Date(day));
}

/** A wall-clock text `YYYY-MM-DDTHH:MM` as `22.11.2026 23:30`. */
export function formatLocal(local: string, locale: Locale): string {
  return `${formatDay(local, locale)} ${local.slice(11, 16)}`;
}

/** The wall clock of `zone` (the viewer's own when absent) at an RFC 3339 moment, `YYYY-MM-DDTHH:MM:SS`. */
export function wallClock(moment: string, zone?: string): string {
  return walls('ru', zone).format(new Date(moment)).replace(' ', 'T');
}

/** An RFC 3339 moment as `22.11.2026 23:30` on the wall of `zone`. */
export function formatMoment(moment: string, locale: Locale, zone?: string): string {
  return formatLocal(wallClock(moment, zone), locale);
}

/** Minutes by which the wall clock of `zone` is ahead of UTC at `moment` (epoch ms). */
export function offsetMinutes(zone: string, moment: number): number {
  const wall = wallClock(new Date(moment).toISOString(), zone);
  return Math.round((Date.parse(`${wall}Z`) - Math.floor(moment / 1000) * 1000) / 60_000);
}

/** How people name a zone: `МСК+9` in Russian, `UTC+12` in English. */
export function zoneLabel(zone: string, locale: Locale, moment: number = Date.now()): string {
  const offset = offsetMinutes(zone, moment);
  if (locale === 'en') return `UTC${signedHours(offset)}`;
  const fromMoscow = offset - offsetMinutes('Europe/Moscow', moment);
  return fromMoscow === 0 ? 'МСК' : `МСК${signedHours(fromMoscow)}`;
}

function signedHours(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 минуты назад`, `через 2 дня`; beyond 30 days the date itself says more. */
export function formatRelative(moment: string, locale: Locale, now: number = Date.now()): string {
  const ahead = Date.parse(moment) - now;
  if (Math.abs(ahead) > 30 * DAY_MS) return formatDay(wallClock(moment), locale);
  const words = relatives(locale);
  for (const [unit, ms] of STEPS) {
    if (Math.abs(ahead) >= ms) return words.format(Math.trunc(ahead / ms), unit);
  }
  return words.format(0, 'second');
}

/** For search boxes: lower case, «ё» as «е», no stray spaces. */
export function searchable(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е');
}
