import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  PER_PARAMS,
  QUANTITY_PARAMS,
  QUANTITY_TITLE,
  quantityProblems,
} from '../../give/deferred-quantity.ts';
import { CLOSED, codeParam, daysParam } from '../../language/params.ts';

/** Coupons of an emission for the buyer. */
export const issueCoupon = defineDeferred({
  code: 'issue-coupon',
  title: {
    ru: `выдать купон {emissionCode}${QUANTITY_TITLE.ru}[, действует {validDays}]`,
    en: `issue a coupon of {emissionCode}${QUANTITY_TITLE.en}[, valid for {validDays}]`,
  },
  params: Type.Object(
    {
      emissionCode: codeParam({ ru: 'Выпуск', en: 'Emission' }, 'coupon-emission'),
      ...QUANTITY_PARAMS,
      validDays: Type.Optional(daysParam({ ru: 'Действует, дней', en: 'Valid for, days' }, 1)),
      ...PER_PARAMS,
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { quantity: 1 },
  isCoupon: true,
  problems: quantityProblems,
});
