import { type Static, Type } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { Scalar } from '../facts.ts';
import type { ParamProblem } from './param-problem.ts';
import { CLOSED, labelled, optionName, optionParam, optionsOf } from './params.ts';

/** What a test looks at; undefined and null = the fact is absent. */
export type FactValue = Scalar | readonly Scalar[] | null | undefined;

const OPS = optionsOf(
  optionParam('eq', { ru: 'равно', en: 'is' }),
  optionParam('ne', { ru: 'не равно', en: 'is not' }),
  optionParam('lt', { ru: 'меньше', en: 'is less than' }),
  optionParam('le', { ru: 'не больше', en: 'is at most' }),
  optionParam('gt', { ru: 'больше', en: 'is more than' }),
  optionParam('ge', { ru: 'не меньше', en: 'is at least' }),
  optionParam('between', { ru: 'в пределах', en: 'is within' }),
  optionParam('outside', { ru: 'вне пределов', en: 'is outside' }),
  optionParam('in', { ru: 'одно из', en: 'is one of' }),
  optionParam('not-in', { ru: 'ни одно из', en: 'is none of' }),
  optionParam('exists', { ru: 'известно', en: 'is known' }),
  optionParam('absent', { ru: 'неизвестно', en: 'is not known' }),
  optionParam('contains', { ru: 'содержит', en: 'contains' }),
  optionParam('mask', { ru: 'по маске', en: 'matches' }),
  optionParam('every', { ru: 'кратно', en: 'is a multiple of' }),
);

const ScalarShape = Type.Union([Type.String({ maxLength: 200 }), Type.Integer(), Type.Boolean()], {
  description: 'A string, an integer or a boolean',
});
const BoundShape = Type.Union([Type.String({ maxLength: 200 }), Type.Integer()], {
  description: 'A string (dates too) or an integer',
});

/** A comparison with one fact; which of the values are needed depends on `op`. */
export const TestShape = Type.Object(
  {
    op: Type.Union(OPS, { 'x-unit': 'choice', ...labelled({ ru: 'Сравнение', en: 'Comparison' }) }),
    value: Type.Optional(ScalarShape),
    values: Type.Optional(Type.Array(ScalarShape, { minItems: 1, maxItems: 1000 })),
    min: Type.Optional(BoundShape),
    max: Type.Optional(BoundShape),
  },
  CLOSED,
);

export type FactTest = Static<typeof TestShape>;
export type TestOp = FactTest['op'];

/** The name of a comparison for people. */
export function opWords(op: TestOp): Text {
  return optionName(OPS, op);
}

/** A test made ready: it looks at thousands of receipts and allocates nothing. */
export type CompiledTest = {
  readonly holds: (x: FactValue) => boolean;
  /** What a number lacks to the least value that would hold; 0 = cannot be said. */
  readonly lacks: (x: number) => number;
};

/**
 * Makes a test ready. Numbers compare as integers, strings by code unit; different types never hold,
 * but under `ne` and `not-in`. An absent fact holds under `absent`, `ne` and `not-in` only.
 * @param test sound (see testProblems)
 */
export function compileTest(test: FactTest): CompiledTest {
  return { holds: HOLDS[test.op](test), lacks: lacksOf(test) };
}

type Holds = (x: FactValue) => boolean;
type Rank = (x: Scalar, bound: Scalar) => boolean;

const HOLDS: Readonly<Record<TestOp, (test: FactTest) => Holds>> = {
  eq: (test) => (x) => x === test.value,
  ne: (test) => (x) => x !== test.value,
  lt: (test) => ranked(test.value, (x, bound) => x < bound),
  le: (test) => ranked(test.value, (x, bound) => x <= bound),
  gt: (test) => ranked(test.value, (x, bound) => x > bound),
  ge: (test) => ranked(test.value, (x, bound) => x >= bound),
  between: (test) => {
    const fromMin = ranked(test.min, (x, bound) => x >= bound);
    const toMax = ranked(test.max, (x, bound) => x <= bound);
    return (x) => fromMin(x) && toMax(x);
  },
  outside: (test) => {
    const belowMin = ranked(test.min, (x, bound) => x < bound);
    const aboveMax = ranked(test.max, (x, bound) => x > bound);
    return (x) => belowMin(x) || aboveMax(x);
  },
  in: (test) => oneOf(test.values),
  'not-in': (test) => {
    const isOne = oneOf(test.values);
    return (x) => !isOne(x);
  },
  exists: () => (x) => !isAbsent(x),
  absent: () => isAbsent,
  contains: (test) => contains(test.value),
  mask: (test) => {
    const mask = String(test.value ?? '');
    return (x) => typeof x === 'string' && matchesMask(x, mask);
  },
  every: (test) => {
    const step = Number(test.value ?? 0);
    return (x) => typeof x === 'number' && x > 0 && x % step === 0;
  },
};

function isAbsent(x: FactValue): boolean {
  return x === undefined || x === null;
}

function ranked(bound: Scalar | undefined, rank: Rank): Holds {
  if (bound === undefined || typeof bound === 'boolean') return () => false;
  const kind = typeof bound;
  return (x) =>
    (typeof x === 'string' || typeof x === 'number') && typeof x === kind && rank(x, bound);
}

function oneOf(values: readonly Scalar[] | undefined): Holds {
  const known = new Set<FactValue>(values);
  return (x) => known.has(x);
}

function contains(value: Scalar | undefined): Holds {
  return (x) => {
    if (typeof x === 'string') return typeof value === 'string' && x.includes(value);
    return typeof x === 'object' && x !== null && value !== undefined && x.includes(value);
  };
}

/**
 * Whether the whole of `text` matches: `*` any run, `?` one UTF-16 code unit. Written out: a mask made
 * into a regular expression could be slow on purpose.
 */
export function matchesMask(text: string, mask: string): boolean {
  let [at, place, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    if (mask[place] === '*') {
      star = place;
      mark = at;
      place += 1;
    } else if (place < mask.length && (mask[place] === '?' || mask[place] === text[at])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      place = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (mask[place] === '*') place += 1;
  return place === mask.length;
}

/** The distance of a numeric test: to the least value that would hold, if that lies above. */
function lacksOf(test: FactTest): (x: number) => number {
  if (test.op === 'every') {
    const step = Number(test.value);
    return (x) => (x < 0 ? step - x : step - (x % step));
  }
  const least = leastHolding(test);
  return least === null ? () => 0 : (x) => Math.max(0, least - x);
}

function leastHolding({ op, value, values, min }: FactTest): number | null {
  if (op === 'in') {
    const numbers = (values ?? []).filter((one) => typeof one === 'number');
    return numbers.length === 0 ? null : Math.min(...numbers);
  }
  if (op === 'between') return typeof min === 'number' ? min : null;
  if (typeof value !== 'number') return null;
  if (op === 'gt') return value + 1;
  return op === 'eq' || op === 'ge' ? value : null;
}

const INCOMPLETE = 'test-incomplete';

/** What is wrong with a test that fits its shape: values that its `op` needs, or has no use for. */
export function testProblems(test: FactTest, field: string): readonly ParamProblem[] {
  const needed = NEEDED_BY_OP[test.op];
  const found = (['value', 'values', 'min', 'max'] as const).flatMap((name): ParamProblem[] => {
    const isThere = test[name] !== undefined;
    if (isThere === needed.includes(name)) return [];
    return [{ field: `${field}/${name}`, code: INCOMPLETE, text: isThere ? NO_USE : NEEDED }];
  });
  return found.length > 0 ? found : valueProblems(test, field);
}

function valueProblems({ op, value, min, max }: FactTest, field: string): readonly ParamProblem[] {
  if (op === 'every' && !(typeof value === 'number' && value >= 1)) {
    const text = { ru: 'Нужно целое число от 1.', en: 'An integer of 1 or more is needed.' };
    return [{ field: `${field}/value`, code: 'too-small', text }];
  }
  if (op === 'mask' && typeof value !== 'string') {
    const text = { ru: 'Маска — строка.', en: 'A mask is a string.' };
    return [{ field: `${field}/value`, code: 'wrong-type', text }];
  }
  if (min === undefined || max === undefined || (typeof min === typeof max && min <= max)) {
    return [];
  }
  const text = { ru: 'Верхняя граница ниже нижней.', en: 'The upper bound is below the lower.' };
  return [{ field: `${field}/max`, code: 'bounds-crossed', text }];
}

type ValueName = 'value' | 'values' | 'min' | 'max';

const ONE: readonly ValueName[] = ['value'];
const NEEDED_BY_OP: Readonly<Record<TestOp, readonly ValueName[]>> = {
  eq: ONE,
  ne: ONE,
  lt: ONE,
  le: ONE,
  gt: ONE,
  ge: ONE,
  between: ['min', 'max'],
  outside: ['min', 'max'],
  in: ['values'],
  'not-in': ['values'],
  exists: [],
  absent: [],
  contains: ONE,
  mask: ONE,
  every: ONE,
};

const NEEDED: Text = {
  ru: 'Для этого сравнения нужно значение.',
  en: 'The comparison needs it.',
};
const NO_USE: Text = {
  ru: 'Для этого сравнения значение не нужно.',
  en: 'The comparison has no use for it.',
};
