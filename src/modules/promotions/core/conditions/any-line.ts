import { Type } from 'typebox';
import {
  compileFilter,
  GOODS_PARAMS,
  GOODS_TITLE,
  goodsNeeds,
  goodsProblems,
} from '../basket/goods.ts';
import { matching } from '../compile/goods-matcher.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED } from '../language/params.ts';

/** At least one line is of this kind: by its goods, its flags, its params. */
export const anyLine = defineCondition({
  code: 'any-line',
  title: { ru: `в чеке есть ${GOODS_TITLE.ru}`, en: `the receipt has ${GOODS_TITLE.en}` },
  params: Type.Object(GOODS_PARAMS, CLOSED),
  class: 'state',
  needs: goodsNeeds,
  prepare: (params, context) => context.goods(compileFilter(params)),
  check: (goods, _facts, basket) => (matching(goods, basket).count > 0 ? MET : FAR),
  why: () => ({
    code: 'no-such-line',
    text: { ru: 'в чеке нет таких товаров', en: 'no such goods on the receipt' },
  }),
  problems: goodsProblems,
});
