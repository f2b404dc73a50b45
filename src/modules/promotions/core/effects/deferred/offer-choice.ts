import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam, countParam, listParam } from '../../language/params.ts';

const OPTIONS_MAX = 100;

/** The buyer picks so many of a list: a gift, a favourite category. */
export const offerChoice = defineDeferred({
  code: 'offer-choice',
  title: {
    ru: 'предложить на выбор: {options}[, взять {pick}]',
    en: 'offer a choice: {options}[, pick {pick}]',
  },
  params: Type.Object(
    {
      options: listParam(
        Type.Object(
          {
            code: codeParam({ ru: 'Код', en: 'Code' }, 'option'),
            sku: Type.Optional(codeParam({ ru: 'Артикул', en: 'SKU' }, 'goods')),
          },
          CLOSED,
        ),
        {
          label: { ru: 'Варианты', en: 'Options' },
          title: { ru: '{code}', en: '{code}' },
          maxItems: OPTIONS_MAX,
        },
      ),
      pick: Type.Optional(countParam({ ru: 'Сколько взять', en: 'How many' }, 1, OPTIONS_MAX)),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { pick: 1 },
});
