import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  CLOSED,
  choice,
  codeParam,
  daysParam,
  optionParam,
  optionsOf,
} from '../../language/params.ts';

const OPS = optionsOf(
  optionParam('extend', { ru: 'продлить', en: 'extend' }),
  optionParam('shorten', { ru: 'сократить', en: 'shorten' }),
  optionParam('reactivate', { ru: 'вернуть сгоревшие', en: 'bring back the burnt' }),
);

/** The member's points of a currency live longer, shorter, or come back. */
export const changeLots = defineDeferred({
  code: 'change-lots',
  title: {
    ru: 'срок баллов {currencyCode}: {op}, {days}',
    en: 'lifetime of {currencyCode}: {op}, {days}',
  },
  params: Type.Object(
    {
      currencyCode: codeParam({ ru: 'Валюта', en: 'Currency' }, 'currency'),
      op: Type.Union(OPS, choice({ ru: 'Действие', en: 'Change' })),
      days: daysParam({ ru: 'Дней', en: 'Days' }, 1),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
