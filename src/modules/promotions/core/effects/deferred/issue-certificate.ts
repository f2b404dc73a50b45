import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  PER_PARAMS,
  QUANTITY_PARAMS,
  QUANTITY_TITLE,
  quantityProblems,
} from '../../give/deferred-quantity.ts';
import { CLOSED, codeParam, daysParam } from '../../language/params.ts';
import { valueParam } from '../../value/value-param.ts';

/** Gift certificates of an emission, of so much money each. */
export const issueCertificate = defineDeferred({
  code: 'issue-certificate',
  title: {
    ru: `выдать сертификат {emissionCode} на {amountKopecks}${QUANTITY_TITLE.ru}[, действует {validDays}]`,
    en: `issue a certificate of {emissionCode} for {amountKopecks}${QUANTITY_TITLE.en}[, valid for {validDays}]`,
  },
  params: Type.Object(
    {
      emissionCode: codeParam({ ru: 'Выпуск', en: 'Emission' }, 'certificate-emission'),
      ...QUANTITY_PARAMS,
      validDays: Type.Optional(daysParam({ ru: 'Действует, дней', en: 'Valid for, days' }, 1)),
      amountKopecks: valueParam('kopecks', { ru: 'Номинал', en: 'Face value' }, { minimum: 1 }),
      ...PER_PARAMS,
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { quantity: 1 },
  problems: quantityProblems,
});
