import { Type } from 'typebox';
import { boundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { sumOfSelection } from '../basket/stage.ts';
import { ownSelection } from '../compile/own-selection.ts';
import { moneyWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import {
  STAGE_PARAMS,
  STAGE_TITLE,
  stageNeeds,
  stageOf,
  stageProblems,
} from '../language/stage-params.ts';

/** What this promotion itself selects costs at least so much, as the phase begins. */
export const selectedTotal = defineCondition({
  code: 'selected-total',
  title: {
    ru: `товары акции на {minKopecks} и больше[, до {maxKopecks}]${STAGE_TITLE.ru}`,
    en: `goods of the promotion for {minKopecks} or more[, up to {maxKopecks}]${STAGE_TITLE.en}`,
  },
  params: Type.Object(
    {
      minKopecks: kopecksParam({ ru: 'Не меньше', en: 'At least' }),
      maxKopecks: Type.Optional(kopecksParam({ ru: 'Не больше', en: 'At most' })),
      ...STAGE_PARAMS,
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'kopecks',
  needs: stageNeeds,
  prepare: (params, context) => ({
    select: context.ownSelector(),
    min: params.minKopecks,
    max: params.maxKopecks ?? UNBOUNDED,
    stage: stageOf(params, 'after-discounts'),
  }),
  check: ({ select, min, max, stage }, _facts, basket) => {
    const total = sumOfSelection(basket, stage, ownSelection(basket, select));
    if (total < min) return min - total;
    return total <= max ? MET : FAR;
  },
  why: ({ maxKopecks = 0 }, { distance }) =>
    distance === null ? tooLarge(maxKopecks) : tooSmall(distance),
  problems: (params) => [
    ...boundsProblems(params, 'minKopecks', 'maxKopecks'),
    ...stageProblems(params),
  ],
});

function tooSmall(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `ещё ${money.ru} на товары акции`, en: `${money.en} more on its goods` };
  return { code: 'selected-total-too-small', text };
}

function tooLarge(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `товаров акции только до ${money.ru}`, en: `only up to ${money.en} of goods` };
  return { code: 'selected-total-too-large', text };
}
