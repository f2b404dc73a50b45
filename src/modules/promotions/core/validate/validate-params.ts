import type { TSchema } from 'typebox';
import type { ParamProblem } from '../language/param-problem.ts';
import { type ValuePlace, valueProblems } from '../value/validate-value.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';

/** What a registry entry can say about its parameters. */
export type Entry = {
  readonly params: TSchema;
  readonly problems: (params: unknown) => readonly ParamProblem[];
};

/** What the promotion around a use allows. */
export type Surroundings = Pick<ValuePlace, 'hasLines' | 'aggregateKeys'>;

/** Where an entry is used in a promotion. */
export type Use = {
  /** JSON pointer of the object that names the entry. */
  readonly path: string;
  readonly field: 'condition' | 'selector' | 'effect';
  readonly params: unknown;
  readonly surroundings: Surroundings;
};

/**
 * Checks one use of a registry entry: that there is such an entry, that the parameters fit its schema,
 * Values too, and what the entry itself has to say about them.
 */
export function useProblems(entry: Entry | undefined, use: Use): readonly PromotionProblem[] {
  const path = `${use.path}/params`;
  if (entry === undefined) {
    const text = { ru: 'Такого кода нет.', en: 'There is no such code.' };
    return [{ path: `${use.path}/${use.field}`, code: `unknown-${use.field}`, text }];
  }
  const misfits = [
    ...schemaProblems(entry.params, withoutValues(entry.params, use.params), path),
    ...fieldsWithValues(entry.params, use.params).flatMap(({ name, shape, value }) =>
      valueFieldProblems(shape, value, {
        ...use.surroundings,
        path: `${path}/${name}`,
        isPerLine: shape['x-value'] === 'line',
      }),
    ),
  ];
  if (misfits.length > 0) return misfits;
  return entry.problems(use.params).map((problem) => ({
    path: `${path}/${problem.field}`,
    code: problem.code,
    text: problem.text,
  }));
}

type Fields = Readonly<Record<string, unknown>>;
type ValueField = { readonly name: string; readonly shape: Fields; readonly value: unknown };

/** Fields that take an integer or a Value, with what stands in them. */
function fieldsWithValues(shape: TSchema, params: unknown): readonly ValueField[] {
  const given = fieldsOf(params);
  return Object.entries(fieldsOf(fieldsOf(shape)['properties'])).flatMap(([name, field]) => {
    const fieldShape = fieldsOf(field);
    if (fieldShape['x-value'] === undefined || given[name] === undefined) return [];
    return [{ name, shape: fieldShape, value: given[name] }];
  });
}

/** The same parameters with plain numbers where Values may stand: those have words of their own. */
function withoutValues(shape: TSchema, params: unknown): unknown {
  const fields = fieldsWithValues(shape, params);
  if (fields.length === 0) return params;
  return {
    ...fieldsOf(params),
    ...Object.fromEntries(fields.map((field) => [field.name, integerShapeOf(field.shape).minimum])),
  };
}

function valueFieldProblems(
  shape: Fields,
  value: unknown,
  place: ValuePlace,
): readonly PromotionProblem[] {
  if (typeof value !== 'number') return valueProblems(value, place);
  const integer = integerShapeOf(shape);
  return schemaProblems({ ...integer, type: 'integer' }, value, place.path);
}

/** Bounds of the integer that a field takes instead of a Value. */
function integerShapeOf(shape: Fields): { readonly minimum: number; readonly maximum: number } {
  const [integer] = Array.isArray(shape['anyOf']) ? shape['anyOf'] : [];
  const { minimum, maximum } = fieldsOf(integer);
  return { minimum: Number(minimum), maximum: Number(maximum) };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
