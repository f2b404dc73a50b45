import { Type } from 'typebox';
import type { Text } from '#shared/text.ts';
import { TestShape } from './fact-test.ts';
import { CLOSED, labelled } from './params.ts';

/** Which unit the numbers of a test have, by the value of another field; absent = plain numbers. */
type UnitBy = {
  readonly field: string;
  /** Value of that field when it is not given. */
  readonly default?: string;
  readonly units: Readonly<Record<string, string>>;
};

/** A field that holds a test; `unitBy` lets forms and sentences show its numbers as what they are. */
export const testParam = (label: Text, unitBy: UnitBy | null = null) =>
  Type.Object(TestShape.properties, {
    ...CLOSED,
    'x-unit': 'test',
    ...(unitBy === null ? {} : { 'x-unit-by': unitBy }),
    ...labelled(label),
  });
