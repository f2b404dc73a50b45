import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  CLOSED,
  choice,
  codeParam,
  codesParam,
  countParam,
  optionParam,
  optionsOf,
} from '../../language/params.ts';

const OPS = optionsOf(
  optionParam('add', { ru: 'добавить', en: 'add' }),
  optionParam('remove', { ru: 'убрать', en: 'remove' }),
  optionParam('set', { ru: 'установить', en: 'set' }),
);

/** A personal list of the member changes: its goods, or how many favourites it may hold. */
export const changeList = defineDeferred({
  code: 'change-list',
  title: {
    ru: 'личный список {listCode}: {op}[ товары {skus}][ ячеек {cells}]',
    en: 'personal list {listCode}: {op}[ goods {skus}][ cells {cells}]',
  },
  params: Type.Object(
    {
      listCode: codeParam({ ru: 'Личный список', en: 'Personal list' }, 'personal-list'),
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      skus: Type.Optional(codesParam({ ru: 'Артикулы', en: 'SKUs' }, 'goods')),
      cells: Type.Optional(countParam({ ru: 'Ячеек', en: 'Cells' }, 0, 1000)),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  problems: ({ skus, cells }) => {
    if (skus !== undefined || cells !== undefined) return [];
    const text = { ru: 'Назовите товары или ячейки.', en: 'Name goods or cells.' };
    return [{ field: 'skus', code: 'field-missing', text }];
  },
});
