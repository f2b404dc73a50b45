import { Type } from 'typebox';
import { boundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { sumAt } from '../basket/stage.ts';
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

/** The receipt's total, at a stage of the decision, is within bounds; both bounds belong to them. */
export const basketTotal = defineCondition({
  code: 'basket-total',
  title: {
    ru: `чек от {minKopecks}[ до {maxKopecks}]${STAGE_TITLE.ru}`,
    en: `receipt of {minKopecks} or more[, up to {maxKopecks}]${STAGE_TITLE.en}`,
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
  prepare: (params) => ({
    min: params.minKopecks,
    max: params.maxKopecks ?? UNBOUNDED,
    stage: stageOf(params, 'gross'),
  }),
  check: ({ min, max, stage }, _facts, basket) => {
    const total = sumAt(basket, stage);
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
  const text = { ru: `ещё ${money.ru}`, en: `${money.en} more` };
  return { code: 'basket-total-too-small', text };
}

function tooLarge(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `только для чеков до ${money.ru}`, en: `only up to ${money.en}` };
  return { code: 'basket-total-too-large', text };
}
