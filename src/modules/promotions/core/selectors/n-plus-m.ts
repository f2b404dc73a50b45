import { Type } from 'typebox';
import { compileFilter, GOODS_PARAMS, GOODS_TITLE, goodsProblems } from '../basket/goods.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { lineUp, type Pattern, pickByPattern } from '../select/line-up.ts';

const CHEAPEST = optionsOf(
  optionParam('of-each-group', { ru: 'дешёвые в каждой группе', en: 'the cheapest of each group' }),
  optionParam('of-all', { ru: 'дешёвые из всех', en: 'the cheapest of all' }),
);

/** For each N units, M more: groups are made of the dearest first, the cheapest are the targets. */
export const nPlusM = defineSelector({
  code: 'n-plus-m',
  title: {
    ru: `{paidUnits} + {freeUnits} ({cheapest})[, не больше {maxSets} раз]: ${GOODS_TITLE.ru}`,
    en: `{paidUnits} + {freeUnits} ({cheapest})[, {maxSets} times at most]: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    {
      paidUnits: countParam({ ru: 'Платных', en: 'Paid' }, 1),
      freeUnits: countParam({ ru: 'Бесплатных', en: 'Free' }, 1),
      cheapest: Type.Union(CHEAPEST, choice({ ru: 'Какие', en: 'Which ones' })),
      maxSets: Type.Optional(countParam({ ru: 'Не больше групп', en: 'Groups at most' }, 1)),
      ...GOODS_PARAMS,
    },
    CLOSED,
  ),
  prepare: (params, context) => ({
    goods: context.goods(compileFilter(params)),
    paid: params.paidUnits,
    free: params.freeUnits,
    patternOf: params.cheapest === 'of-all' ? ofAll : ofEachGroup,
    maxSets: params.maxSets ?? Number.MAX_SAFE_INTEGER,
  }),
  pick: ({ goods, paid, free, patternOf, maxSets }, view, into) => {
    const lined = lineUp(goods, view, 'dearest-first');
    const most = Math.floor(lined.total / (paid + free));
    const sets = Math.min(most, maxSets, view.setsMax);
    pickByPattern(lined, view, { pattern: patternOf({ paid, free, sets }), into });
    into.sets = sets;
  },
  problems: goodsProblems,
  goods: (params) => [compileFilter(params)],
});

type Groups = { readonly paid: number; readonly free: number; readonly sets: number };

/** The last M of each group of N + M. */
function ofEachGroup({ paid, free, sets }: Groups): Pattern {
  const size = paid + free;
  const targets = (n: number) => {
    const inside = Math.min(n, sets * size);
    return Math.floor(inside / size) * free + Math.max(0, (inside % size) - paid);
  };
  return { targets, companions: (n) => Math.min(n, sets * size) - targets(n) };
}

/** The last units of the whole line-up; the first ones are what was paid for them. */
function ofAll({ paid, free, sets }: Groups): Pattern {
  return {
    targets: (n, total) => Math.max(0, n - (total - sets * free)),
    companions: (n) => Math.min(n, sets * paid),
  };
}
