import { divFloor } from '#shared/ratio.ts';
import type { Text } from '#shared/text.ts';

const NBSP = '\u00a0';

/** Money for people: 1234567 → «12 345,67 ₽» / "12,345.67 ₽". */
export function moneyWords(kopecks: number): Text {
  const sign = kopecks < 0 ? '−' : '';
  const whole = divFloor(Math.abs(kopecks), 100);
  const part = String(Math.abs(kopecks) % 100).padStart(2, '0');
  return {
    ru: `${sign}${grouped(whole, NBSP)},${part}${NBSP}₽`,
    en: `${sign}${grouped(whole, ',')}.${part}${NBSP}₽`,
  };
}

/** Points for people, in smallest units: 2 → «2 балла» / "2 points". */
export function pointsWords(points: number): Text {
  const noun = pluralRu(points, ['балл', 'балла', 'баллов']);
  return {
    ru: `${grouped(points, NBSP)}${NBSP}${noun}`,
    en: `${grouped(points, ',')} ${points === 1 ? 'point' : 'points'}`,
  };
}

/** Days for people: 3 → «3 дня» / "3 days". */
export function daysWords(days: number): Text {
  return {
    ru: `${days}${NBSP}${pluralRu(days, ['день', 'дня', 'дней'])}`,
    en: `${days} ${days === 1 ? 'day' : 'days'}`,
  };
}

/** Purchases for people: 3 → «3 покупки» / "3 purchases". */
export function purchasesWords(count: number): Text {
  return {
    ru: `${count}${NBSP}${pluralRu(count, ['покупка', 'покупки', 'покупок'])}`,
    en: `${count} ${count === 1 ? 'purchase' : 'purchases'}`,
  };
}

/** A fraction of `scale`: (1250, 100) → «12,5» / "12.5"; trailing zeros are dropped. */
export function decimalWords(value: number, scale: 100 | 1000): Text {
  const digits = scale === 100 ? 2 : 3;
  const part = String(value % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(value / scale);
  const tail = (mark: string) => (part === '' ? '' : `${mark}${part}`);
  return { ru: `${grouped(whole, NBSP)}${tail(',')}`, en: `${grouped(whole, ',')}${tail('.')}` };
}

/** A share in basis points as per cent: 750 → «7,5 %» / "7.5%". */
export function percentWords(basisPoints: number): Text {
  const value = decimalWords(basisPoints, 100);
  return { ru: `${value.ru}${NBSP}%`, en: `${value.en}%` };
}

/** A wall-clock time: 1350 → "22:30"; 1440 → "24:00". */
export function clockWords(minuteOfDay: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`;
}

/** A day of the week, 1 (Monday) … 7. */
export function weekdayWords(weekday: number): Text {
  return WEEKDAYS[weekday - 1] ?? sameWords(String(weekday));
}

/** Words that read the same in both languages: codes, dates, times. */
export function sameWords(words: string): Text {
  return { ru: words, en: words };
}

/** Joins sentences' parts, each language by its own joint. */
export function joinWords(parts: readonly Text[], joint: Text): Text {
  return {
    ru: parts.map((part) => part.ru).join(joint.ru),
    en: parts.map((part) => part.en).join(joint.en),
  };
}

const WEEKDAYS: readonly Text[] = [
  { ru: 'пн', en: 'Mon' },
  { ru: 'вт', en: 'Tue' },
  { ru: 'ср', en: 'Wed' },
  { ru: 'чт', en: 'Thu' },
  { ru: 'пт', en: 'Fri' },
  { ru: 'сб', en: 'Sat' },
  { ru: 'вс', en: 'Sun' },
];

function grouped(n: number, mark: string): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, mark);
}

function pluralRu(n: number, [one, few, many]: readonly [string, string, string]): string {
  const tens = n % 100;
  const ones = n % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
}
