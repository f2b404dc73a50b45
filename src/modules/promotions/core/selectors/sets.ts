import { Type } from 'typebox';
import { compileFilter, FILTER_PARAM, goodsProblems } from '../basket/goods.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import { searchDeal } from '../deals/search-deal.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import {
  CLOSED,
  choice,
  countParam,
  flagParam,
  listParam,
  optionParam,
  optionsOf,
} from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import type { SetSpec } from '../language/set-spec.ts';
import { addSlice } from '../select/selection.ts';

const MIX = optionsOf(
  optionParam('any', { ru: 'любые', en: 'any' }),
  optionParam('same', { ru: 'одинаковые', en: 'the same' }),
  optionParam('different', { ru: 'разные', en: 'different' }),
);

const PREFER = optionsOf(
  optionParam('dearest', { ru: 'выгоднейшие', en: 'the best' }),
  optionParam('cheapest', { ru: 'из дешёвых товаров', en: 'of the cheapest goods' }),
);

const ComponentShape = Type.Object(
  {
    filter: FILTER_PARAM,
    count: countParam({ ru: 'Сколько', en: 'How many' }, 1),
    isTarget: Type.Optional(flagParam({ ru: 'со скидкой', en: 'discounted' })),
  },
  CLOSED,
);

/**
 * Sets of so many units of each component. Which units make up which set is searched for: the plan of
 * the greatest value, see docs/engine.md 6.3.
 */
export const sets = defineSelector({
  code: 'sets',
  title: {
    ru: 'наборы из {components}[, товары {mix}][, не больше {maxSets}][, {prefer}]',
    en: 'sets of {components}[, {mix} goods][, {maxSets} at most][, {prefer}]',
  },
  params: Type.Object(
    {
      components: listParam(ComponentShape, {
        label: { ru: 'Состав', en: 'Components' },
        title: { ru: '{count} × {filter}', en: '{count} × {filter}' },
        maxItems: 6,
      }),
      mix: Type.Optional(Type.Union(MIX, choice({ ru: 'Товары', en: 'Goods' }))),
      maxSets: Type.Optional(countParam({ ru: 'Не больше наборов', en: 'Sets at most' }, 1)),
      prefer: Type.Optional(Type.Union(PREFER, choice({ ru: 'Какие', en: 'Which ones' }))),
    },
    CLOSED,
  ),
  prepare: (params, context): SetSpec => ({
    components: params.components.map(({ filter, count, isTarget = true }) => ({
      goods: context.goods(compileFilter(filter)),
      count,
      isTarget,
    })),
    mix: params.mix ?? 'any',
    maxSets: params.maxSets ?? Number.MAX_SAFE_INTEGER,
    // Sets that compete for the goods go by what they bring.
    prefer: isDeal(context) ? 'dearest' : (params.prefer ?? 'dearest'),
    gain: context.searchGain(),
  }),
  sets: (spec) => spec,
  pick: (spec, view, into) => {
    const setsMax = Math.min(spec.maxSets, view.setsMax);
    const deal = searchDeal(view, [{ spec, sight: view.sight, setsMax }]);
    const [part] = deal.parts;
    into.sets = part?.sets ?? 0;
    for (const { slice, targets, companions } of part?.slices ?? []) {
      addSlice(into, slice, { targets, companions });
    }
    view.search = deal.found;
  },
  problems: ({ components, mix = 'any' }): readonly ParamProblem[] => {
    const inside = components.flatMap(({ filter }, i) =>
      goodsProblems(filter).map((one) => ({
        ...one,
        field: `components/${i}/filter/${one.field}`,
      })),
    );
    if (mix === 'any' || components.length === 1) return inside;
    const text = {
      ru: 'Одинаковые и разные — только при одной части набора.',
      en: 'Only a set of one component can be of the same or of different goods.',
    };
    return [...inside, { field: 'mix', code: 'mix-of-several', text }];
  },
  goods: ({ components }) => components.map(({ filter }) => compileFilter(filter)),
});

function isDeal({ promotion, settings }: CompileContext): boolean {
  return (promotion.stacking.policy ?? settings.policy) === 'best-deal';
}
