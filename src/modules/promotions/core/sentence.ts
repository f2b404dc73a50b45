import type { TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import {
  clockWords,
  daysWords,
  decimalWords,
  joinWords,
  moneyWords,
  percentWords,
  pointsWords,
  sameWords,
  weekdayWords,
} from './words.ts';

/**
 * Fills a title's `{field}` places with the values of `params`, each shown by its `x-unit`.
 * A part in square brackets is left out when a field in it has no value.
 * @param title  sentence with places in both languages
 * @param shape  schema of the parameters
 * @param params values; unknown fields are ignored
 */
export function fillTitle(title: Text, shape: TSchema, params: unknown): Text {
  const words = wordsByField(shape, params);
  return { ru: fill(title.ru, words, 'ru'), en: fill(title.en, words, 'en') };
}

function wordsByField(shape: TSchema, params: unknown): ReadonlyMap<string, Text> {
  const words = new Map<string, Text>();
  const fields = recordOf(recordOf(shape)['properties']);
  for (const [field, value] of Object.entries(recordOf(params))) {
    const fieldShape = fields[field];
    if (value === null || value === undefined || fieldShape === undefined) continue;
    words.set(field, valueWords(recordOf(fieldShape), value));
  }
  return words;
}

function fill(sentence: string, words: ReadonlyMap<string, Text>, language: keyof Text): string {
  const isFilled = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, field]) => words.has(field ?? ''));
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (isFilled(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, field: string) => words.get(field)?.[language] ?? '…');
}

function valueWords(shape: Readonly<Record<string, unknown>>, value: unknown): Text {
  const unit = shape['x-unit'];
  const show = typeof unit === 'string' ? SHOW_BY_UNIT[unit] : undefined;
  return show === undefined ? sameWords(String(value)) : show(value, shape);
}

type Show = (value: unknown, shape: Readonly<Record<string, unknown>>) => Text;

const COMMA: Text = sameWords(', ');

const SHOW_BY_UNIT: Readonly<Record<string, Show>> = {
  kopecks: (value) => moneyWords(Number(value)),
  points: (value) => pointsWords(Number(value)),
  thousandths: (value) => decimalWords(Number(value), 1000),
  'basis-points': (value) => percentWords(Number(value)),
  hundredths: (value) => decimalWords(Number(value), 100),
  'minute-of-day': (value) => sameWords(clockWords(Number(value))),
  days: (value) => daysWords(Number(value)),
  codes: (value) =>
    joinWords(
      listOf(value).map((code) => sameWords(String(code))),
      COMMA,
    ),
  weekdays: (value) =>
    joinWords(
      listOf(value).map((day) => weekdayWords(Number(day))),
      COMMA,
    ),
  options: (value, shape) =>
    joinWords(
      listOf(value).map((one) => optionWords(recordOf(shape['items']), one)),
      COMMA,
    ),
  choice: (value, shape) => optionWords(shape, value),
  words: (value) => textOf(value) ?? sameWords(String(value)),
};

function optionWords(shape: Readonly<Record<string, unknown>>, value: unknown): Text {
  const option = listOf(shape['anyOf']).find((one) => recordOf(one)['const'] === value);
  return textOf(recordOf(option)['x-label']) ?? sameWords(String(value));
}

function textOf(value: unknown): Text | undefined {
  const { ru, en } = recordOf(value);
  return typeof ru === 'string' && typeof en === 'string' ? { ru, en } : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
