import type { Reader } from './words.ts';

const MONEY = /^(\d+(?:[.,]\d{1,2})?)(?:₽|р|rub)?$/u;
const QUANTITY = /^(\d+(?:[.,]\d{1,3})?)$/u;
const DATE = /^(\d{4}-\d{2}-\d{2})$/u;

/** An amount of money in roubles: `199.90`, `100₽`; gives kopecks. */
export function moneyOf(reader: Reader): number {
  return scaled(reader.match(MONEY, 'an amount in roubles, like 199.90')[1], 2);
}

/** A quantity: `2`, `0.350`; gives thousandths. */
export function quantityOf(reader: Reader): number {
  return scaled(reader.match(QUANTITY, 'a quantity, like 2 or 0.350')[1], 3);
}

/** A whole number, `+11` and `-20` too. */
export function integerOf(reader: Reader): number {
  return Number(reader.match(/^([+-]?\d+)$/u, 'a whole number')[1]);
}

/** A share: `10%`, `2.5%`; gives basis points. */
export function shareOf(reader: Reader): number {
  return scaled(reader.match(/^(\d+(?:[.,]\d{1,2})?)%$/u, 'a share, like 10%')[1], 2);
}

/** A calendar day. */
export function dateOf(reader: Reader): string {
  return reader.match(DATE, 'a day, like 2026-03-01')[1] ?? '';
}

/** A range of days, both inclusive: `2026-03-01..2026-03-08`, either side may be left out. */
export function daysOf(reader: Reader): { readonly from?: string; readonly to?: string } {
  const [, from, to] = reader.match(
    /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/u,
    'days, like 2026-03-01..2026-03-08',
  );
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A range of wall-clock times: `22:00-02:00`; gives minutes of the day. */
export function hoursOf(reader: Reader): { readonly from: number; readonly to: number } {
  const found = reader.match(/^(\d\d):(\d\d)-(\d\d):(\d\d)$/u, 'hours, like 22:00-02:00');
  const [h1, m1, h2, m2] = found.slice(1).map(Number);
  return { from: (h1 ?? 0) * 60 + (m1 ?? 0), to: (h2 ?? 0) * 60 + (m2 ?? 0) };
}

/** A day and a time, both optional here; a time alone cannot be. */
export function wallTimeOf(reader: Reader): { date: string; minuteOfDay: number } | null {
  const date = reader.acceptMatch(DATE)?.[1];
  if (date === undefined) return null;
  const [, hour, minute] = reader.match(/^(\d\d):(\d\d)$/u, 'a time, like 22:15');
  return { date, minuteOfDay: Number(hour) * 60 + Number(minute) };
}

/** Turns a decimal into an integer of `digits` more places, without ever passing through a fraction. */
export function scaled(decimal: string | undefined, digits: number): number {
  const [whole = '0', fraction = ''] = (decimal ?? '0').replace(',', '.').split('.');
  return Number(whole + fraction.padEnd(digits, '0'));
}
