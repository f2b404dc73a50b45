import type { Currency } from '#modules/ledger/admin-contract.ts';
import { formatPoints, type Locale } from './format.ts';

type Words = Pick<Currency, 'plural' | 'divisibility'>;

const TAGS: Readonly<Record<Locale, string>> = { ru: 'ru-RU', en: 'en-GB' };
/** Which of a language's forms a plural category takes; Russian fractions take the form of "two". */
const PLACES: Readonly<Record<Locale, Partial<Record<Intl.LDMLPluralRule, number>>>> = {
  ru: { one: 0, few: 1, many: 2, other: 1 },
  en: { one: 0, other: 1 },
};

const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: Locale, digits: number): Intl.PluralRules {
  const key = `${locale}${digits}`;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const known = rules.get(key) ?? new Intl.PluralRules(TAGS[locale], options);
  rules.set(key, known);
  return known;
}

/**
 * The word for so many points of a currency: `бонуса` for 2, `литра` for 42,50; undefined when the
 * currency has no words of its own.
 * @param points smallest units; the sign does not matter
 */
export function pointsWord(points: number, currency: Words, locale: Locale): string | undefined {
  const value = Math.abs(points) / 10 ** currency.divisibility;
  const category = rulesOf(locale, currency.divisibility).select(value);
  return currency.plural[locale][PLACES[locale][category] ?? -1];
}

/** `+1 250 бонусов`, `−42,50 литра`; undefined when the currency has no words of its own. */
export function currencyPoints(
  points: number,
  currency: Words,
  how: { readonly locale: Locale; readonly sign?: boolean | undefined },
): string | undefined {
  const word = pointsWord(points, currency, how.locale);
  if (word === undefined) return undefined;
  const options = { divisibility: currency.divisibility, sign: how.sign ?? false };
  return `${formatPoints(points, how.locale, options)}\u00a0${word}`;
}

/**
 * Reads points as people type them: `1 250`, `42,5`; undefined when it is no number above zero or has
 * more decimals than the currency.
 * @returns smallest units
 */
export function readPoints(text: string, divisibility: number): number | undefined {
  const match = /^(\d{1,12})(?:[.,](\d{1,6}))?$/.exec(text.replaceAll(/[\s\u00a0]/g, ''));
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > divisibility) return undefined;
  const points = Number(whole + fraction.padEnd(divisibility, '0'));
  return Number.isSafeInteger(points) && points > 0 ? points : undefined;
}
