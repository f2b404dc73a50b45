import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, matchGoods } from '../goods.ts';
import { CLOSED, choice, kopecksParam } from '../params.ts';
import { STAGE_PARAM, stageAmounts } from '../stage.ts';
import { moneyWords } from '../words.ts';

/** Some goods of the basket cost at least so much, at a stage of the decision. */
export const goodsSum = defineCondition({
  code: 'goods-sum',
  title: {
    ru: `на {minKopecks} и больше: ${GOODS_TITLE.ru}[ ({stage})]`,
    en: `{minKopecks} or more: ${GOODS_TITLE.en}[ ({stage})]`,
  },
  params: Type.Object(
    {
      ...GOODS_PARAMS,
      minKopecks: kopecksParam({ ru: 'Не меньше', en: 'At least' }, 1),
      stage: Type.Optional(Type.Union(STAGE_PARAM, choice({ ru: 'Сумма', en: 'Amount' }))),
    },
    CLOSED,
  ),
  needs: ['lines'],
  prepare: (params) => ({
    isMatch: matchGoods(params),
    minKopecks: params.minKopecks,
    stage: params.stage ?? 'gross',
  }),
  check: ({ isMatch, minKopecks, stage }, facts, basket) => {
    const amounts = stageAmounts(stage, basket);
    let total = 0;
    facts.lines.forEach((line, i) => {
      if (isMatch(line)) total += amounts[i] ?? 0;
    });
    return total >= minKopecks ? MET : () => tooSmall(minKopecks - total);
  },
  goods: goodsNames,
});

function tooSmall(kopecks: number) {
  const money = moneyWords(kopecks);
  const text = { ru: `ещё ${money.ru} на эти товары`, en: `${money.en} more on these goods` };
  return reason('goods-sum-too-small', text, { unit: 'kopecks', value: kopecks });
}
