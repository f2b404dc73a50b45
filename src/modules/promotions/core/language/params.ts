import { type TSchema, Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import type { Text } from '#shared/text.ts';
import { sameWords, textOf } from '../describe/words.ts';

/**
 * Fields of conditions, selectors and effects. Each carries `x-unit` (how to show and to enter the
 * value) and `x-label` (its name for people), so that forms, sentences and API words need no more code.
 */
export const labelled = (label: Text) => ({ 'x-label': label, description: label.en });

/** Money, 0 … 10¹³ kopecks unless a higher `minimum` is given. */
export const kopecksParam = (label: Text, minimum = 0) =>
  Type.Integer({ minimum, maximum: AMOUNT_MAX, 'x-unit': 'kopecks', ...labelled(label) });

/** Points in smallest units, 1 … 10⁹ unless another `minimum` is given. */
export const pointsParam = (label: Text, minimum = 1) =>
  Type.Integer({ minimum, maximum: 1_000_000_000, 'x-unit': 'points', ...labelled(label) });

/** A balance or a progress in points, which may be below zero: ±10¹³. */
export const balanceParam = (label: Text) =>
  Type.Integer({
    minimum: -AMOUNT_MAX,
    maximum: AMOUNT_MAX,
    'x-unit': 'points',
    ...labelled(label),
  });

/** A quantity in thousandths of a unit, 1 … 10¹⁰ (ten million units). */
export const milliParam = (label: Text) =>
  Type.Integer({
    minimum: 1,
    maximum: 10_000_000_000,
    'x-unit': 'thousandths',
    ...labelled(label),
  });

/** A share, 1 … `maximum` basis points (10,000 = 100 %). */
export const basisPointsParam = (label: Text, maximum = 10_000) =>
  Type.Integer({ minimum: 1, maximum, 'x-unit': 'basis-points', ...labelled(label) });

/** A minute of the day; 1440 is the end of the day. */
export const minuteParam = (label: Text, maximum: 1439 | 1440) =>
  Type.Integer({ minimum: 0, maximum, 'x-unit': 'minute-of-day', ...labelled(label) });

/** A number of days; below zero = ahead. */
export const daysParam = (label: Text, minimum: number, maximum = 3650) =>
  Type.Integer({ minimum, maximum, 'x-unit': 'days', ...labelled(label) });

/** A whole number without a unit, such as a score: ±10¹³. */
export const numberParam = (label: Text) =>
  Type.Integer({
    minimum: -AMOUNT_MAX,
    maximum: AMOUNT_MAX,
    'x-unit': 'number',
    ...labelled(label),
  });

/** A plain count. */
export const countParam = (label: Text, minimum: number, maximum = 10_000) =>
  Type.Integer({ minimum, maximum, 'x-unit': 'count', ...labelled(label) });

/**
 * One or more codes from a directory; `of` names it, so that a form can offer a search. Repeats are
 * harmless and not refused: checking a thousand codes for them takes longer than all the rest.
 */
export const codesParam = (label: Text, of: string) =>
  Type.Array(Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }), {
    minItems: 1,
    maxItems: 10_000,
    'x-unit': 'codes',
    'x-of': of,
    ...labelled(label),
  });

/** One code from a directory, or the name of an attribute. */
export const codeParam = (label: Text, of: string) =>
  Type.String({
    pattern: '^[A-Za-z0-9._:-]{1,64}$',
    'x-unit': 'code',
    'x-of': of,
    ...labelled(label),
  });

/** What a till or a form sent as it is: a mask, a value, a short text; 1 … 200 characters. */
export const stringParam = (label: Text) =>
  Type.String({ minLength: 1, maxLength: 200, 'x-unit': 'text', ...labelled(label) });

/** One or more masks: `*` any run, `?` one character. */
export const masksParam = (label: Text) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
    minItems: 1,
    maxItems: 100,
    'x-unit': 'codes',
    ...labelled(label),
  });

/** What a sentence says of a yes and of a no. */
type YesNo = { readonly yes: Text; readonly no?: Text };

/** Yes or no; a no that has no words of its own is left out of sentences. */
export const flagParam = (label: Text, { yes, no }: YesNo = { yes: label }) =>
  Type.Boolean({
    'x-unit': 'flag',
    'x-true': yes,
    ...(no === undefined ? {} : { 'x-false': no }),
    ...labelled(label),
  });

/** A calendar day in the store's zone. */
export const dateParam = (label: Text) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', 'x-unit': 'date', ...labelled(label) });

/** Days of the week, 1 (Monday) … 7. */
export const weekdaysParam = (label: Text) =>
  Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    'x-unit': 'weekdays',
    ...labelled(label),
  });

/** One value of a choice, with its name. */
export const optionParam = <const Value extends string>(value: Value, label: Text) =>
  Type.Literal(value, labelled(label));

/** The values of a choice, kept as a tuple so that TypeScript knows each of them. */
export const optionsOf = <Options extends TSchema[]>(...options: Options): Options => options;

/** The name of one value of a choice; a value that is none of them is shown as it stands. */
export function optionName(options: readonly TSchema[], value: string): Text {
  const option = options.find((one) => 'const' in one && one.const === value);
  const label = option === undefined ? undefined : Reflect.get(option, 'x-label');
  return textOf(label) ?? sameWords(value);
}

/** Words shown to people. */
export const wordsParam = (label: Text) =>
  Type.Object(
    {
      ru: Type.String({ minLength: 1, maxLength: 500 }),
      en: Type.String({ minLength: 1, maxLength: 500 }),
    },
    { additionalProperties: false, 'x-unit': 'words', ...labelled(label) },
  );

/** Name and unit of a choice or a nullable field, which TypeBox builds in the entry's own file. */
export const choice = (label: Text) => ({ 'x-unit': 'choice', ...labelled(label) });

/** Several values of a choice. */
export const optionsParam = <Options extends TSchema[]>(label: Text, options: Options) =>
  Type.Array(Type.Union(options), {
    minItems: 1,
    maxItems: 100,
    'x-unit': 'options',
    ...labelled(label),
  });

/** Closed objects: a misspelt field is a mistake, never ignored. */
export const CLOSED = { additionalProperties: false } as const;

/**
 * A sentence for one item of a list of objects (`parts`, `bands`, `attributes`): the list is shown as
 * its items' sentences with `joint` between them.
 */
export const listParam = <Item extends TSchema>(
  item: Item,
  { label, title, maxItems, joint = ', ' }: ListWords,
) =>
  Type.Array(item, {
    minItems: 1,
    maxItems,
    'x-unit': 'list',
    'x-title': title,
    'x-joint': joint,
    ...labelled(label),
  });

type ListWords = {
  readonly label: Text;
  /** A title over the item's own fields; see sentence.ts. */
  readonly title: Text;
  readonly maxItems: number;
  readonly joint?: string;
};
