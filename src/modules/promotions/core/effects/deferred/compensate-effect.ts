import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { OF_PARAM } from '../../language/deferred-origin.ts';
import { CLOSED, choice, codeParam } from '../../language/params.ts';

/** What a promotion took or failed to give is made good. */
export const compensateEffect = defineDeferred({
  code: 'compensate-effect',
  title: {
    ru: 'возместить выгоду акции {effectOf} ({of})',
    en: 'make good what {effectOf} gave ({of})',
  },
  params: Type.Object(
    {
      effectOf: codeParam({ ru: 'Акция', en: 'Promotion' }, 'promotion'),
      of: Type.Union(OF_PARAM, choice({ ru: 'Чек', en: 'Receipt' })),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
