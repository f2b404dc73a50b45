import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { OF_PARAM } from '../../language/deferred-origin.ts';
import { CLOSED, choice, codeParam } from '../../language/params.ts';

/** What a promotion gave is taken back as if it had never been. */
export const cancelEffect = defineDeferred({
  code: 'cancel-effect',
  title: {
    ru: 'отменить выгоду акции {effectOf} ({of})',
    en: 'cancel what {effectOf} gave ({of})',
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
