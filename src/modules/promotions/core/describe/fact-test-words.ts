import { Value } from 'typebox/value';
import type { Text } from '#shared/text.ts';
import type { Scalar } from '../facts.ts';
import { type FactTest, opWords, TestShape } from '../language/fact-test.ts';
import { joinWords, numberWords, sameWords } from './words.ts';

/** How one value of a test is shown. */
export type ShowScalar = (value: Scalar) => Text;

/** Whether a value is a test, for those who show what they have not checked. */
export function isFactTest(value: unknown): value is FactTest {
  return Value.Check(TestShape, value);
}

/** A test in words, without the fact: «не меньше 5», "is within 1 … 10". */
export function testWords(test: FactTest, show: ShowScalar = scalarWords): Text {
  const { op, value, values, min, max } = test;
  const parts = [opWords(op)];
  if (value !== undefined) parts.push(show(value));
  if (min !== undefined) parts.push(show(min));
  if (max !== undefined) parts.push(sameWords('…'), show(max));
  if (values !== undefined) parts.push(listed(values, show));
  return joinWords(parts, sameWords(' '));
}

const SHOWN_MAX = 6;

function listed(values: readonly Scalar[], show: ShowScalar): Text {
  const told = values.slice(0, SHOWN_MAX).map(show);
  const more = values.length - told.length;
  if (more > 0) told.push({ ru: `и ещё ${more}`, en: `and ${more} more` });
  return joinWords(told, sameWords(', '));
}

/** A plain value: numbers grouped, strings as they are. */
export function scalarWords(value: Scalar): Text {
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'string') return sameWords(value);
  return value ? { ru: 'да', en: 'yes' } : { ru: 'нет', en: 'no' };
}
