import type { TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import { isValueObject, valueWords } from '../value/value-words.ts';
import { isFactTest, scalarWords, testWords } from './fact-test-words.ts';
import { triggerWords } from './trigger-words.ts';
import {
  clockWords,
  daysWords,
  decimalWords,
  joinWords,
  moneyWords,
  namesWords,
  numberWords,
  percentWords,
  pointsWords,
  sameWords,
  textOf,
  weekdayWords,
} from './words.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fills a title's `{field}` places with the values of `params`, each shown by its `x-unit`.
 * A part in square brackets is left out when a field in it has no value, or is a no.
 * @param title  sentence with places in both languages
 * @param shape  schema of the parameters
 * @param params values; unknown fields are ignored
 */
export function fillTitle(title: Text, shape: TSchema, params: unknown): Text {
  return filled(title, recordOf(shape), params);
}

function filled(title: Text, shape: Fields, params: unknown): Text {
  const words = wordsByField(shape, params);
  return { ru: fill(title.ru, words, 'ru'), en: fill(title.en, words, 'en') };
}

function wordsByField(shape: Fields, params: unknown): ReadonlyMap<string, Text> {
  const words = new Map<string, Text>();
  const fields = recordOf(shape['properties']);
  const siblings = recordOf(params);
  for (const [field, value] of Object.entries(siblings)) {
    const fieldShape = recordOf(fields[field]);
    if (value === null || value === undefined) continue;
    if (value === false && fieldShape['x-false'] === undefined) continue;
    if (fieldShape['x-unit'] === 'test') words.set(field, testField(fieldShape, value, siblings));
    else if (fields[field] !== undefined) words.set(field, fieldWords(fieldShape, value));
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

/** A value of a field in words, by the field's `x-unit`. */
export function fieldWords(shape: Fields, value: unknown): Text {
  const unit = shape['x-unit'];
  const show = typeof unit === 'string' ? SHOW_BY_UNIT[unit] : undefined;
  if (show === undefined) return sameWords(String(value));
  if (isValueObject(value)) return valueWords(value, (one) => show(one, shape));
  return show(value, shape);
}

/** A test's values have the unit that another field chooses: `x-unit-by` says which and how. */
function testField(shape: Fields, value: unknown, siblings: Fields): Text {
  if (!isFactTest(value)) return sameWords('…');
  const by = recordOf(shape['x-unit-by']);
  const chosen = siblings[String(by['field'])] ?? by['default'];
  const unit = recordOf(by['units'])[String(chosen)];
  const show = typeof unit === 'string' ? SHOW_BY_UNIT[unit] : undefined;
  if (show === undefined) return testWords(value);
  return testWords(value, (one) => (typeof one === 'number' ? show(one, {}) : scalarWords(one)));
}

type Show = (value: unknown, shape: Fields) => Text;

const SHOW_BY_UNIT: Readonly<Record<string, Show>> = {
  kopecks: (value) => moneyWords(Number(value)),
  points: (value) => pointsWords(Number(value)),
  thousandths: (value) => decimalWords(Number(value), 1000),
  'basis-points': (value) => percentWords(Number(value)),
  hundredths: (value) => decimalWords(Number(value), 100),
  'minute-of-day': (value) => sameWords(clockWords(Number(value))),
  days: (value) => daysWords(Number(value)),
  count: (value) => numberWords(Number(value)),
  number: (value) => numberWords(Number(value)),
  codes: (value) => namesWords(listOf(value).map(String)),
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
  trigger: (value) => triggerWords(String(value)),
  words: (value) => textOf(value) ?? sameWords(String(value)),
  flag: (value, shape) => textOf(shape[value === true ? 'x-true' : 'x-false']) ?? sameWords('…'),
  object: (value, shape) => filled(textOf(shape['x-title']) ?? sameWords('…'), shape, value),
  list: (value, shape) => listWords(listOf(value), shape),
};

const COMMA: Text = sameWords(', ');

/** How many items of a list are told one by one; the rest are counted. */
const ITEMS_TOLD = 6;

function listWords(items: readonly unknown[], shape: Fields): Text {
  const title = textOf(shape['x-title']) ?? sameWords('…');
  const told = items
    .slice(0, ITEMS_TOLD)
    .map((item) => filled(title, recordOf(shape['items']), item));
  const more = items.length - told.length;
  if (more > 0) told.push({ ru: `и ещё ${more}`, en: `and ${more} more` });
  const joint = shape['x-joint'];
  return joinWords(told, typeof joint === 'string' ? sameWords(joint) : COMMA);
}

function optionWords(shape: Fields, value: unknown): Text {
  const option = listOf(shape['anyOf']).find((one) => recordOf(one)['const'] === value);
  return textOf(recordOf(option)['x-label']) ?? sameWords(String(value));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
