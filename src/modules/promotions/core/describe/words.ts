import { divFloor } from '#shared/ratio.ts';
import type { Text } from '#shared/text.ts';
import type { DistanceUnit } from '../decision.ts';

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
    ru: `${numberWords(points).ru}${NBSP}${noun}`,
    en: `${numberWords(points).en} ${points === 1 ? 'point' : 'points'}`,
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

/** Times for people: 2 → «2 раза» / "2 times"; 1 → «1 раз» / "once". */
export function timesWords(times: number): Text {
  const word = pluralRu(times, ['раз', 'раза', 'раз']);
  return {
    ru: `${grouped(times, NBSP)}${NBSP}${word}`,
    en: times === 1 ? 'once' : `${grouped(times, ',')} times`,
  };
}

/** Pieces for people: 3 → «3 шт.» / "3 units". */
export function unitsWords(units: number): Text {
  return {
    ru: `${grouped(units, NBSP)}${NBSP}шт.`,
    en: `${grouped(units, ',')} ${units === 1 ? 'unit' : 'units'}`,
  };
}

/** A quantity in thousandths, pieces and kilograms alike: 2500 → «2,5 ед.» / "2.5 units". */
export function quantityWords(milli: number): Text {
  const number = decimalWords(milli, 1000);
  return {
    ru: `${number.ru}${NBSP}ед.`,
    en: `${number.en} ${milli === 1000 ? 'unit' : 'units'}`,
  };
}

/** A wait in minutes: 135 → «2 ч 15 мин» / "2 h 15 min". */
export function waitWords(minutes: number): Text {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const ru = [hours > 0 ? `${hours}${NBSP}ч` : '', rest > 0 ? `${rest}${NBSP}мин` : ''];
  const en = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  return { ru: joined(ru) || `0${NBSP}мин`, en: joined(en) || '0 min' };
}

/** A plain number: −12345 → «−12 345» / "−12,345". */
export function numberWords(value: number): Text {
  const sign = value < 0 ? '−' : '';
  const digits = Math.abs(value);
  return { ru: `${sign}${grouped(digits, NBSP)}`, en: `${sign}${grouped(digits, ',')}` };
}

/** Full years: 21 → «21 год» / "21 years". */
export function yearsWords(years: number): Text {
  return {
    ru: `${years}${NBSP}${pluralRu(years, ['год', 'года', 'лет'])}`,
    en: `${years} ${years === 1 ? 'year' : 'years'}`,
  };
}

/** A fraction of `scale`: (1250, 100) → «12,5» / "12.5"; trailing zeros are dropped. */
export function decimalWords(value: number, scale: 100 | 1000): Text {
  const digits = scale === 100 ? 2 : 3;
  const part = String(Math.abs(value) % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  const sign = value < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(value) / scale);
  const tail = (mark: string) => (part === '' ? '' : `${mark}${part}`);
  return {
    ru: `${sign}${grouped(whole, NBSP)}${tail(',')}`,
    en: `${sign}${grouped(whole, ',')}${tail('.')}`,
  };
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

/** Names in a row, the first few of many: a list of 500 SKUs is not read aloud. */
export function namesWords(names: Iterable<string>, shown = 5): Text {
  const all = [...names];
  if (all.length <= shown + 1) return sameWords(all.join(', '));
  const first = all.slice(0, shown).join(', ');
  const more = all.length - shown;
  return { ru: `${first} и ещё ${more}`, en: `${first} and ${more} more` };
}

/** Words that a value holds, or undefined: for labels that stand in a schema. */
export function textOf(value: unknown): Text | undefined {
  if (typeof value !== 'object' || value === null || !('ru' in value) || !('en' in value)) {
    return undefined;
  }
  const { ru, en } = value;
  return typeof ru === 'string' && typeof en === 'string' ? { ru, en } : undefined;
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
  const tens = Math.abs(n) % 100;
  const ones = Math.abs(n) % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
}

/** A distance for people, by its unit. */
export function distanceWords(unit: DistanceUnit, distance: number): Text {
  return DISTANCE_WORDS[unit](distance);
}

const DISTANCE_WORDS: Readonly<Record<DistanceUnit, (distance: number) => Text>> = {
  kopecks: moneyWords,
  milli: quantityWords,
  units: unitsWords,
  points: pointsWords,
  minutes: waitWords,
  days: daysWords,
  receipts: purchasesWords,
  times: numberWords,
};
