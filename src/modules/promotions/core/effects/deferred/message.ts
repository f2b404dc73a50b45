import { Type } from 'typebox';
import { WORTH_PARAM } from '../../give/deferred.ts';
import { type Emission, NO_EMISSION } from '../../give/emission.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED, choice, optionParam, optionsOf, wordsParam } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';

const CHANNELS = optionsOf(
  optionParam('slip', { ru: 'слип', en: 'slip' }),
  optionParam('cashier', { ru: 'экран кассира', en: 'cashier’s screen' }),
  optionParam('customer', { ru: 'экран покупателя', en: 'customer’s screen' }),
  optionParam('screen', { ru: 'рекламный экран', en: 'display' }),
);

/** Words for the buyer or the cashier. */
export const message = defineEffect({
  code: 'message',
  title: { ru: '{channel}: «{text}»', en: '{channel}: “{text}”' },
  params: Type.Object(
    {
      channel: Type.Union(CHANNELS, choice({ ru: 'Где показать', en: 'Where' })),
      text: wordsParam({ ru: 'Текст', en: 'Text' }),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  kind: 'deferred',
  isSteady: () => true,
  phases: ANY_PHASE,
  prepare: ({ channel, text, worthKopecks = 0 }, { promotion }): Emission => ({
    ...NO_EMISSION,
    message: { promotionCode: promotion.code, phase: promotion.phase, channel, text },
    worthKopecks,
  }),
  apply: (emission, trial) => emit(trial, emission),
});
