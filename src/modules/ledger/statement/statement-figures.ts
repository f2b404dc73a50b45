import type { Text } from '#shared/text.ts';
import { type Instant, type LocalDate, localMoment } from '#shared/time.ts';
import type { Currency } from '../admin-contract.ts';
import { pointsText } from '../points-text.ts';
import type { Language } from './statement-words.ts';

const GROUP: Readonly<Record<Language, string>> = { ru: '\u00a0', en: ',' };
const MARK: Readonly<Record<Language, string>> = { ru: ',', en: '.' };

/** Points with groups of three digits and a true minus: −12 345,50. */
export function figure(
  points: number,
  { divisibility }: Pick<Currency, 'divisibility'>,
  language: Language,
): string {
  const [whole = '', part] = pointsText(Math.abs(points), divisibility).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const sign = points < 0 ? '\u2212' : '';
  return `${sign}${grouped}${part === undefined ? '' : MARK[language] + part}`;
}

/** A movement: with a plus where points came. */
export function signedFigure(
  points: number,
  currency: Pick<Currency, 'divisibility'>,
  language: Language,
): string {
  return `${points > 0 ? '+' : ''}${figure(points, currency, language)}`;
}

/** Points with their name in the right form: 21 бонус, 22 бонуса, 25 бонусов. */
export function namedFigure(
  points: number,
  currency: Pick<Currency, 'divisibility' | 'plural' | 'title'>,
  language: Language,
): string {
  const text = figure(points, currency, language);
  const word = pluralForm(text, currency.plural, language);
  return word === undefined ? text : `${text}\u00a0${word}`;
}

const FORMS: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  ru: ['one', 'few', 'many'],
  en: ['one', 'other'],
};

function pluralForm(
  figureText: string,
  plural: Readonly<Record<Language, readonly string[]>>,
  language: Language,
): string | undefined {
  const plain = figureText.replaceAll(GROUP[language], '').replace('\u2212', '');
  const [whole = '', part = ''] = plain.split(MARK[language]);
  // A part of a point takes the form of "few" in Russian: 1,5 бонуса; a part of nothing is none.
  const isPart = /[1-9]/.test(part);
  const rule = new Intl.PluralRules(language).select(Number(whole));
  const wanted = isPart ? { ru: 'few', en: 'other' }[language] : rule;
  return plural[language][FORMS[language].findIndex((form) => form === wanted)];
}

/** A moment by the wall of a zone: 02.03.2026 12:00. */
export function momentText(moment: Instant, zone: string, language: Language): string {
  const { date, minuteOfDay } = localMoment(moment, zone);
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  const minutes = String(minuteOfDay % 60).padStart(2, '0');
  return `${dayText(date, language)} ${hours}:${minutes}`;
}

const MONTHS: Readonly<Record<Language, (month: number) => string>> = {
  ru: (month) => String(month).padStart(2, '0'),
  en: (month) => ENGLISH_MONTHS[month - 1] ?? '',
};
const ENGLISH_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day: 02.03.2026, 2 Mar 2026. */
export function dayText(date: LocalDate | string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[language](Number(month));
  return language === 'ru' ? `${day}.${name}.${year}` : `${Number(day)} ${name} ${year}`;
}

/** Words in one language, the code itself where there are none. */
export function wordsOr(text: Text | undefined, code: string, language: Language): string {
  return text?.[language] ?? code;
}
