import { Type } from 'typebox';
import {
  compileFilter,
  GOODS_PARAMS,
  GOODS_TITLE,
  goodsProblems,
  unnamedGoodsProblems,
} from '../basket/goods.ts';
import { CLOSED } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { pickGoods } from '../select/whole-lines.ts';

/** The named goods. */
export const goods = defineSelector({
  code: 'goods',
  title: GOODS_TITLE,
  params: Type.Object(GOODS_PARAMS, CLOSED),
  prepare: (params, context) => context.goods(compileFilter(params)),
  pick: pickGoods,
  problems: (params) => [...goodsProblems(params), ...unnamedGoodsProblems(params)],
  goods: (params) => [compileFilter(params)],
});
