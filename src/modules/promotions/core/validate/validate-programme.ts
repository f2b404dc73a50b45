import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { boundsProblems } from '../basket/bounds.ts';
import { goodsProblems } from '../basket/goods.ts';
import type { Programme } from '../compile/rule-set.ts';
import { type Aggregate, AggregateShape } from '../history/aggregate.ts';
import { type CounterDefinition, CounterShape } from '../language/counter-shape.ts';
import { CLOSED } from '../language/params.ts';
import { SettingsShape } from '../language/settings.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';

const ProgrammeShape = Type.Object(
  {
    settings: Type.Optional(Type.Object(Type.Partial(SettingsShape).properties, CLOSED)),
    aggregates: Type.Optional(Type.Array(AggregateShape, { maxItems: 1000 })),
    counters: Type.Optional(Type.Array(CounterShape, { maxItems: 1000 })),
  },
  CLOSED,
);

/** What a rule set holds besides its promotions, sound; or everything that is wrong with it. */
export type ValidatedProgramme =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly problems: readonly PromotionProblem[] };

/**
 * Checks settings and declared queries from outside. Never throws.
 * @param json anything
 */
export function validateProgramme(json: unknown): ValidatedProgramme {
  if (!Value.Check(ProgrammeShape, json)) {
    return { ok: false, problems: schemaProblems(ProgrammeShape, json, '') };
  }
  const problems = [
    ...aggregatesProblems(json.aggregates ?? []),
    ...countersProblems(json.counters ?? []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, programme: json };
}

function countersProblems(counters: readonly CounterDefinition[]): readonly PromotionProblem[] {
  return counters.flatMap(({ code }, i) => {
    const isKnown = counters.slice(0, i).some((other) => other.code === code);
    return isKnown ? [{ path: `/counters/${i}/code`, ...COUNTER_TWICE }] : [];
  });
}

const COUNTER_TWICE = {
  code: 'counter-twice',
  text: { ru: 'Код счётчика повторяется.', en: 'The code of the counter stands twice.' },
};

function aggregatesProblems(aggregates: readonly Aggregate[]): readonly PromotionProblem[] {
  return aggregates.flatMap((aggregate, i) => {
    const path = `/aggregates/${i}`;
    const isKnown = aggregates.slice(0, i).some(({ key }) => key === aggregate.key);
    const found = [
      ...goodsProblems(aggregate),
      ...NOT_KEPT.flatMap((field) =>
        aggregate[field] === undefined
          ? []
          : [{ field, code: 'history-without-field', text: NOT_KEPT_TEXT }],
      ),
      ...boundsProblems(aggregate.period, 'from', 'to').map((problem) => ({
        ...problem,
        field: `period/${problem.field}`,
      })),
    ];
    return [
      ...(isKnown ? [{ path: `${path}/key`, ...KEY_TWICE }] : []),
      ...found.map(({ field, code, text }) => ({ path: `${path}/${field}`, code, text })),
    ];
  });
}

/** Of earlier purchases the goods, sums and quantities are kept, not how the till marked their lines. */
const NOT_KEPT = ['lineFlags', 'exceptLineFlags', 'lineParams', 'personalListCode'] as const;
const NOT_KEPT_TEXT = {
  ru: 'В истории покупок этого признака нет.',
  en: 'The history of purchases does not keep this.',
};

const KEY_TWICE = {
  code: 'key-twice',
  text: { ru: 'Ключ запроса повторяется.', en: 'The key of the query stands twice.' },
};
