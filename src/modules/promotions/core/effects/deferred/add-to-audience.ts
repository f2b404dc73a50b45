import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam } from '../../language/params.ts';

/** The member joins an audience. */
export const addToAudience = defineDeferred({
  code: 'add-to-audience',
  title: { ru: 'добавить в аудиторию {audienceCode}', en: 'add to the audience {audienceCode}' },
  params: Type.Object(
    { audienceCode: codeParam({ ru: 'Аудитория', en: 'Audience' }, 'audience'), ...WORTH_PARAM },
    CLOSED,
  ),
});
