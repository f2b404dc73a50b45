import { Type } from 'typebox';
import { GOODS_PARAMS, GOODS_TITLE, goodsNames, goodsProblems, matchGoods } from '../goods.ts';
import { CLOSED } from '../params.ts';
import { defineSelector } from '../selector.ts';
import { wholeLines } from '../units.ts';

/** Whole lines of the named goods. */
export const goods = defineSelector({
  code: 'goods',
  title: GOODS_TITLE,
  params: Type.Object(GOODS_PARAMS, CLOSED),
  prepare: matchGoods,
  pick: (isMatch, basket) => wholeLines(basket, isMatch),
  problems: goodsProblems,
  goods: goodsNames,
});
