import { Type } from 'typebox';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, matchGoods } from '../goods.ts';
import { CLOSED, countParam } from '../params.ts';
import { defineSelector } from '../selector.ts';
import { lineUp, takeUnits } from '../units.ts';

/** The cheapest units of the named goods by their price now; a weighed line is one unit. */
export const cheapestUnits = defineSelector({
  code: 'cheapest-units',
  title: {
    ru: `самые дешёвые {count} шт.: ${GOODS_TITLE.ru}`,
    en: `cheapest {count}: ${GOODS_TITLE.en}`,
  },
  params: Type.Object(
    { count: countParam({ ru: 'Сколько единиц', en: 'How many units' }, 1), ...GOODS_PARAMS },
    CLOSED,
  ),
  prepare: (params) => ({ isMatch: matchGoods(params), count: params.count }),
  pick: ({ isMatch, count }, basket) => {
    let wanted = count;
    return takeUnits(basket, lineUp(basket, isMatch, 'cheapest-first'), (units) => {
      const taken = Math.min(units, wanted);
      wanted -= taken;
      return taken;
    });
  },
  goods: goodsNames,
});
