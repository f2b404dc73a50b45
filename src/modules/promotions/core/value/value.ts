import type { Scalar } from '../facts.ts';

/** A key of a row in a table; null stands for anything. */
export type TableKey = string | number | null;

/** A row of a matrix: the value for receipts, or lines, whose keys are these. */
export type TableRow = { readonly keys: readonly TableKey[]; readonly value: number };

/** One step of a scale: from this much of the source on, this value. */
export type Step = { readonly from: number; readonly value: number };

/** A Value that is worked out; see docs/engine.md 4.5. */
export type ValueObject =
  | { readonly source: string }
  | { readonly steps: { readonly source: string; readonly rows: readonly Step[] } }
  | { readonly table: { readonly keys: readonly string[]; readonly rows: readonly TableRow[] } }
  | { readonly attribute: string }
  | { readonly personal: string }
  | { readonly sum: readonly Value[] }
  | { readonly least: readonly Value[] }
  | { readonly most: readonly Value[] }
  | { readonly minus: readonly [Value, Value] }
  | { readonly times: readonly [Value, Value] }
  | { readonly over: readonly [Value, Value] };

/** A number that stands in a promotion, or a recipe for one. */
export type Value = number | ValueObject;

/** A result beyond ±10¹³ is set to that bound, at every step of the recipe. */
export const VALUE_MAX = 10_000_000_000_000;

/** Bounds of a recipe: deeper or longer ones nobody can read. */
export const VALUE_DEPTH_MAX = 8;
export const VALUE_PARTS_MAX = 32;
export const STEPS_MAX = 200;
export const TABLE_KEYS_MAX = 6;
export const TABLE_ROWS_MAX = 5000;

/** The arithmetic that takes a list, and the one that takes two. */
export const LIST_OPS = ['sum', 'least', 'most'] as const;
export const PAIR_OPS = ['minus', 'times', 'over'] as const;

/** Whether a parameter holds a recipe instead of a number. */
export function isValueObject(value: unknown): value is ValueObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [field, ...rest] = Object.keys(value);
  return rest.length === 0 && field !== undefined && VALUE_FIELDS.has(field);
}

/** The one field by which a recipe is known. */
export const VALUE_FIELDS: ReadonlySet<string> = new Set([
  'source',
  'steps',
  'table',
  'attribute',
  'personal',
  ...LIST_OPS,
  ...PAIR_OPS,
]);

/** What a table compares with its keys: a code, a number, or the goods' groups. */
export type KeyFact = Scalar | readonly string[] | undefined;

/** The parts of an arithmetic recipe; none of the others. */
export function partsOf(value: ValueObject): readonly Value[] {
  if ('sum' in value) return value.sum;
  if ('least' in value) return value.least;
  if ('most' in value) return value.most;
  if ('minus' in value) return value.minus;
  if ('times' in value) return value.times;
  return 'over' in value ? value.over : [];
}

/** Every source that a recipe reads, with repeats. */
export function sourcesOf(value: Value): readonly string[] {
  if (typeof value === 'number') return [];
  if ('source' in value) return [value.source];
  if ('steps' in value) return [value.steps.source];
  if ('table' in value) return value.table.keys;
  return partsOf(value).flatMap(sourcesOf);
}

/** The personal lists that a recipe reads. */
export function personalListsOf(value: Value): readonly string[] {
  if (typeof value === 'number') return [];
  if ('personal' in value) return [value.personal];
  return partsOf(value).flatMap(personalListsOf);
}
