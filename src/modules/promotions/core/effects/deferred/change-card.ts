import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, choice, codeParam, optionParam, optionsOf } from '../../language/params.ts';
import { neededProblems } from '../../validate/needed.ts';

const OPS = optionsOf(
  optionParam('category', { ru: 'сменить категорию', en: 'change the category' }),
  optionParam('issue-virtual', { ru: 'выпустить виртуальную', en: 'issue a virtual one' }),
  optionParam('block', { ru: 'заблокировать', en: 'block' }),
);

/** The member's card changes its category, a virtual one is issued, or it is blocked. */
export const changeCard = defineDeferred({
  code: 'change-card',
  title: { ru: 'карта: {op}[ {categoryCode}]', en: 'card: {op}[ {categoryCode}]' },
  params: Type.Object(
    {
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      categoryCode: Type.Optional(codeParam({ ru: 'Категория', en: 'Category' }, 'card-category')),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  problems: (params) => (params.op === 'category' ? neededProblems(params, 'categoryCode') : []),
});
