import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam } from '../../language/params.ts';

/** A web hook of the operator is called. */
export const callHook = defineDeferred({
  code: 'call-hook',
  title: { ru: 'вызвать веб-хук {hookCode}', en: 'call the web hook {hookCode}' },
  params: Type.Object(
    { hookCode: codeParam({ ru: 'Веб-хук', en: 'Web hook' }, 'hook'), ...WORTH_PARAM },
    CLOSED,
  ),
});
