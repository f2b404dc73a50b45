import { Type } from 'typebox';
import { sum } from '../basket.ts';
import { defineCondition, MET, reason } from '../condition.ts';
import { CLOSED, choice, kopecksParam } from '../params.ts';
import { STAGE_PARAM, stageAmounts } from '../stage.ts';
import { moneyWords } from '../words.ts';

/** The receipt's total, at a stage of the decision, is within bounds; both bounds belong to them. */
export const basketTotal = defineCondition({
  code: 'basket-total',
  title: {
    ru: 'чек от {minKopecks}[ до {maxKopecks}][ ({stage})]',
    en: 'receipt of {minKopecks} or more[, up to {maxKopecks}][ ({stage})]',
  },
  params: Type.Object(
    {
      minKopecks: kopecksParam({ ru: 'Не меньше', en: 'At least' }),
      maxKopecks: Type.Optional(kopecksParam({ ru: 'Не больше', en: 'At most' })),
      stage: Type.Optional(Type.Union(STAGE_PARAM, choice({ ru: 'Сумма', en: 'Amount' }))),
    },
    CLOSED,
  ),
  needs: ['lines'],
  prepare: ({ minKopecks, maxKopecks = Number.MAX_SAFE_INTEGER, stage = 'gross' }) => ({
    minKopecks,
    maxKopecks,
    stage,
  }),
  check: ({ minKopecks, maxKopecks, stage }, _facts, basket) => {
    const total = sum(stageAmounts(stage, basket));
    if (total < minKopecks) return () => tooSmall(minKopecks - total);
    return total <= maxKopecks ? MET : () => tooLarge(maxKopecks);
  },
  problems: ({ minKopecks, maxKopecks }) => {
    if (maxKopecks === undefined || maxKopecks >= minKopecks) return [];
    const text = { ru: 'Верхняя граница ниже нижней.', en: 'The upper bound is below the lower.' };
    return [{ field: 'maxKopecks', code: 'bounds-crossed', text }];
  },
});

function tooSmall(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `ещё ${money.ru}`, en: `${money.en} more` };
  return reason('basket-total-too-small', text, { unit: 'kopecks', value: kopecks });
}

function tooLarge(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `только для чеков до ${money.ru}`, en: `only up to ${money.en}` };
  return reason('basket-total-too-large', text);
}
