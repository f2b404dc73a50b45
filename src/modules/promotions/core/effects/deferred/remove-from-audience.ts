import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam } from '../../language/params.ts';

/** The member leaves an audience. */
export const removeFromAudience = defineDeferred({
  code: 'remove-from-audience',
  title: {
    ru: 'убрать из аудитории {audienceCode}',
    en: 'remove from the audience {audienceCode}',
  },
  params: Type.Object(
    { audienceCode: codeParam({ ru: 'Аудитория', en: 'Audience' }, 'audience'), ...WORTH_PARAM },
    CLOSED,
  ),
});
