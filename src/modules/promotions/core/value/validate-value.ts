import { Type } from 'typebox';
import { AMOUNT_MAX, CodeShape } from '#shared/schema.ts';
import type { Text } from '#shared/text.ts';
import { STAGE_PARAM } from '../basket/stage.ts';
import { isMeasure } from '../history/history-measure.ts';
import { CLOSED } from '../language/params.ts';
import { type PromotionProblem, schemaProblems } from '../validate/schema-problems.ts';
import { historyKeyOf, parseSource, type SourceEntry } from './sources.ts';
import {
  LIST_OPS,
  PAIR_OPS,
  STEPS_MAX,
  TABLE_KEYS_MAX,
  TABLE_ROWS_MAX,
  VALUE_DEPTH_MAX,
  VALUE_PARTS_MAX,
} from './value.ts';

/** Where a Value stands, and what it may read there. */
export type ValuePlace = {
  /** JSON pointer of the Value. */
  readonly path: string;
  /** Whether lines may differ in it. */
  readonly isPerLine: boolean;
  /** Whether what happens comes with lines. */
  readonly hasLines: boolean;
  /** Keys of the declared queries. */
  readonly aggregateKeys: ReadonlySet<string>;
  readonly depth?: number;
};

const number = Type.Integer({ minimum: -AMOUNT_MAX, maximum: AMOUNT_MAX });
const source = Type.String({ minLength: 1, maxLength: 200 });
const parts = (length: { readonly minItems: number; readonly maxItems: number }) =>
  Type.Array(Type.Unknown(), length);
const SEVERAL = { minItems: 1, maxItems: VALUE_PARTS_MAX };
const TWO = { minItems: 2, maxItems: 2 };

const StepsShape = Type.Object(
  {
    source,
    rows: Type.Array(Type.Object({ from: number, value: number }, CLOSED), {
      minItems: 1,
      maxItems: STEPS_MAX,
    }),
  },
  CLOSED,
);

const TableShape = Type.Object(
  {
    keys: Type.Array(source, { minItems: 1, maxItems: TABLE_KEYS_MAX }),
    rows: Type.Array(
      Type.Object(
        {
          keys: Type.Array(
            Type.Union([Type.String({ maxLength: 200 }), Type.Integer(), Type.Null()]),
            { minItems: 1, maxItems: TABLE_KEYS_MAX },
          ),
          value: number,
        },
        CLOSED,
      ),
      { minItems: 1, maxItems: TABLE_ROWS_MAX },
    ),
  },
  CLOSED,
);

/** What each kind of Value is made of; nested Values are looked at one by one. */
const SHAPES = {
  source: Type.Object({ source }, CLOSED),
  steps: Type.Object({ steps: StepsShape }, CLOSED),
  table: Type.Object({ table: TableShape }, CLOSED),
  attribute: Type.Object({ attribute: CodeShape({ description: 'Attribute' }) }, CLOSED),
  personal: Type.Object({ personal: CodeShape({ description: 'Personal list' }) }, CLOSED),
};

/**
 * Checks a Value from outside: its form, its sources, that it is one number where one is needed.
 * @param json anything
 */
export function valueProblems(json: unknown, place: ValuePlace): readonly PromotionProblem[] {
  const { path, depth = 1 } = place;
  if (depth > VALUE_DEPTH_MAX) return [{ path, code: 'too-deep', text: TOO_DEEP }];
  if (typeof json === 'number') return schemaProblems(number, json, path);
  if (typeof json !== 'object' || json === null) {
    return [{ path, code: 'wrong-type', text: NO_VALUE }];
  }
  for (const op of LIST_OPS) if (op in json) return partsProblems(json, op, place);
  for (const op of PAIR_OPS) if (op in json) return partsProblems(json, op, place);
  if ('source' in json) return sourceValueProblems(json, place);
  if ('steps' in json) return stepsProblems(json, place);
  if ('table' in json) return tableProblems(json, place);
  if ('attribute' in json) return goodsProblems(json, SHAPES.attribute, place);
  if ('personal' in json) return goodsProblems(json, SHAPES.personal, place);
  return [{ path, code: 'wrong-type', text: NO_VALUE }];
}

type Op = (typeof LIST_OPS)[number] | (typeof PAIR_OPS)[number];

function partsProblems(json: object, op: Op, place: ValuePlace): readonly PromotionProblem[] {
  const length = PAIR_OPS.some((pair) => pair === op) ? TWO : SEVERAL;
  const shape = Type.Object({ [op]: parts(length) }, CLOSED);
  const problems = schemaProblems(shape, json, place.path);
  if (problems.length > 0) return problems;
  const values: unknown = Reflect.get(json, op);
  if (!Array.isArray(values)) return problems;
  return values.flatMap((part: unknown, i) =>
    valueProblems(part, {
      ...place,
      path: `${place.path}/${op}/${i}`,
      depth: (place.depth ?? 1) + 1,
    }),
  );
}

function sourceValueProblems(json: object, place: ValuePlace): readonly PromotionProblem[] {
  const misfits = schemaProblems(SHAPES.source, json, place.path);
  if (misfits.length > 0) return misfits;
  return sourceProblems(String(Reflect.get(json, 'source')), 'number', {
    ...place,
    path: `${place.path}/source`,
  });
}

function stepsProblems(json: object, place: ValuePlace): readonly PromotionProblem[] {
  const path = `${place.path}/steps`;
  const misfits = schemaProblems(SHAPES.steps, json, place.path);
  if (misfits.length > 0 || !isSteps(json)) return misfits;
  const { source: name, rows } = json.steps;
  const unsorted = rows.findIndex((row, i) => i > 0 && row.from <= (rows[i - 1]?.from ?? 0));
  return [
    ...sourceProblems(name, 'number', { ...place, path: `${path}/source` }),
    ...(unsorted < 0
      ? []
      : [{ path: `${path}/rows/${unsorted}/from`, code: 'steps-not-ascending', text: UNSORTED }]),
  ];
}

function tableProblems(json: object, place: ValuePlace): readonly PromotionProblem[] {
  const path = `${place.path}/table`;
  const misfits = schemaProblems(SHAPES.table, json, place.path);
  if (misfits.length > 0 || !isTable(json)) return misfits;
  const { keys, rows } = json.table;
  return [
    ...keys.flatMap((key, i) =>
      sourceProblems(key, 'key', { ...place, path: `${path}/keys/${i}` }),
    ),
    ...rows.flatMap((row, i) =>
      row.keys.length === keys.length
        ? []
        : [{ path: `${path}/rows/${i}/keys`, code: 'table-row-keys', text: ROW_KEYS }],
    ),
  ];
}

function goodsProblems(
  json: object,
  shape: typeof SHAPES.attribute | typeof SHAPES.personal,
  place: ValuePlace,
): readonly PromotionProblem[] {
  const misfits = schemaProblems(shape, json, place.path);
  return misfits.length > 0 ? misfits : perLineProblems(place);
}

function sourceProblems(
  name: string,
  as: 'number' | 'key',
  place: ValuePlace,
): readonly PromotionProblem[] {
  const { path } = place;
  const parsed = parseSource(name);
  if (parsed === undefined) return [{ path, code: 'unknown-source', text: NO_SOURCE }];
  const { entry, argument } = parsed;
  if (as === 'number' && entry.gives === 'code') {
    return [{ path, code: 'source-is-no-number', text: NO_NUMBER }];
  }
  if (entry.needsLines && !place.hasLines) {
    return [{ path, code: 'source-needs-lines', text: NEEDS_LINES }];
  }
  return [
    ...argumentProblems(entry, argument, place),
    ...(entry.isPerLine ? perLineProblems(place) : []),
  ];
}

function argumentProblems(
  entry: SourceEntry,
  argument: string,
  { path, aggregateKeys }: ValuePlace,
): readonly PromotionProblem[] {
  if (entry.argument === 'stage') {
    // `paid-by` needs methods, which a source has no place for.
    const isStage = STAGE_PARAM.some((stage) => stage.const === argument);
    return isStage && argument !== 'paid-by'
      ? []
      : [{ path, code: 'unknown-stage', text: NO_STAGE }];
  }
  if (entry.argument !== 'measure') return [];
  const { key, measure } = historyKeyOf(argument);
  if (!isMeasure(measure)) return [{ path, code: 'unknown-measure', text: NO_MEASURE }];
  return aggregateKeys.has(key) ? [] : [{ path, code: 'unknown-aggregate', text: NO_AGGREGATE }];
}

function perLineProblems({ path, isPerLine, hasLines }: ValuePlace): readonly PromotionProblem[] {
  if (!hasLines) return [{ path, code: 'source-needs-lines', text: NEEDS_LINES }];
  return isPerLine ? [] : [{ path, code: 'value-per-line', text: PER_LINE }];
}

type Steps = { readonly steps: { source: string; rows: readonly { from: number }[] } };
type Table = {
  readonly table: { keys: readonly string[]; rows: readonly { keys: readonly unknown[] }[] };
};

function isSteps(json: object): json is Steps {
  return 'steps' in json;
}

function isTable(json: object): json is Table {
  return 'table' in json;
}

const NO_VALUE: Text = {
  ru: 'Нужно целое число или вычисляемое значение.',
  en: 'An integer or a Value is needed.',
};
const TOO_DEEP: Text = { ru: 'Слишком много вложений.', en: 'Nested too deep.' };
const UNSORTED: Text = { ru: 'Пороги должны расти.', en: 'Thresholds must ascend.' };
const ROW_KEYS: Text = {
  ru: 'В строке столько ключей, сколько у таблицы.',
  en: 'A row has as many keys as the table.',
};
const NO_SOURCE: Text = { ru: 'Такого источника нет.', en: 'There is no such source.' };
const NO_NUMBER: Text = {
  ru: 'Этот источник — код, а не число.',
  en: 'This source is a code, not a number.',
};
const NEEDS_LINES: Text = {
  ru: 'У этого события нет строк чека.',
  en: 'This trigger has no lines.',
};
const NO_STAGE: Text = { ru: 'Такой суммы нет.', en: 'There is no such sum.' };
const NO_MEASURE: Text = { ru: 'Такого показателя нет.', en: 'There is no such measure.' };
export const NO_AGGREGATE: Text = {
  ru: 'Такой запрос истории не объявлен.',
  en: 'No such query of the history is declared.',
};
const PER_LINE: Text = {
  ru: 'Здесь нужно одно число на всю акцию.',
  en: 'One number for the whole promotion is needed here.',
};
