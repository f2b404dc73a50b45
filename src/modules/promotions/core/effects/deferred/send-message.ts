import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam, codesParam } from '../../language/params.ts';

/** A message by a template, through the first of the channels that reaches the member. */
export const sendMessage = defineDeferred({
  code: 'send-message',
  title: {
    ru: 'отправить {templateCode} через {channelCodes}',
    en: 'send {templateCode} by {channelCodes}',
  },
  params: Type.Object(
    {
      templateCode: codeParam({ ru: 'Шаблон', en: 'Template' }, 'template'),
      channelCodes: codesParam({ ru: 'Каналы', en: 'Channels' }, 'message-channel'),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
});
