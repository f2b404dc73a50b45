import { type TSchema, Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import type { Text } from '#shared/text.ts';

/**
 * Fields of conditions, selectors and effects. Each carries `x-unit` (how to show and to enter the
 * value) and `x-label` (its name for people), so that forms, sentences and API words need no more code.
 */
const labelled = (label: Text) => ({ 'x-label': label, description: label.en });

/** Money, 0 … 10¹³ kopecks unless a higher `minimum` is given. */
export const kopecksParam = (label: Text, minimum = 0) =>
  Type.Integer({ minimum, maximum: AMOUNT_MAX, 'x-unit': 'kopecks', ...labelled(label) });

/** Points in smallest units, 1 … 10⁹. */
export const pointsParam = (label: Text) =>
  Type.Integer({ minimum: 1, maximum: 1_000_000_000, 'x-unit': 'points', ...labelled(label) });

/** A quantity in thousandths of a unit, 1 … 10⁹. */
export const milliParam = (label: Text) =>
  Type.Integer({ minimum: 1, maximum: 1_000_000_000, 'x-unit': 'thousandths', ...labelled(label) });

/** A share, 1 … `maximum` basis points (10,000 = 100 %). */
export const basisPointsParam = (label: Text, maximum = 10_000) =>
  Type.Integer({ minimum: 1, maximum, 'x-unit': 'basis-points', ...labelled(label) });

/** A factor in hundredths: 200 = ×2. */
export const factorParam = (label: Text) =>
  Type.Integer({ minimum: 101, maximum: 10_000, 'x-unit': 'hundredths', ...labelled(label) });

/** A minute of the day; 1440 is the end of the day. */
export const minuteParam = (label: Text, maximum: 1439 | 1440) =>
  Type.Integer({ minimum: 0, maximum, 'x-unit': 'minute-of-day', ...labelled(label) });

/** A number of days. */
export const daysParam = (label: Text, minimum: 0 | 1, maximum = 3650) =>
  Type.Integer({ minimum, maximum, 'x-unit': 'days', ...labelled(label) });

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

/** Closed objects: a misspelt field is a mistake, never ignored. */
export const CLOSED = { additionalProperties: false } as const;
