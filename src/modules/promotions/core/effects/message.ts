import { Type } from 'typebox';
import { defineEffect } from '../effect.ts';
import { CLOSED, choice, optionParam, optionsOf, wordsParam } from '../params.ts';
import { ANY_PHASE } from '../phases.ts';

const CHANNEL_PARAM = optionsOf(
  optionParam('slip', { ru: 'на чеке', en: 'on the slip' }),
  optionParam('cashier', { ru: 'кассиру', en: 'to the cashier' }),
  optionParam('customer', { ru: 'покупателю', en: 'to the buyer' }),
);

/** Words on the slip or a screen. Beside effects that give something it is shown only if they do. */
export const message = defineEffect({
  code: 'message',
  title: { ru: 'сообщение {channel}: «{text}»', en: 'message {channel}: “{text}”' },
  params: Type.Object(
    {
      channel: Type.Union(CHANNEL_PARAM, choice({ ru: 'Где', en: 'Where' })),
      text: wordsParam({ ru: 'Текст', en: 'Text' }),
    },
    CLOSED,
  ),
  phases: ANY_PHASE,
  needsMember: false,
  prepare: ({ channel, text }) => ({ channel, text }),
  apply: ({ channel, text }) => ({ kind: 'message', channel, text }),
});
