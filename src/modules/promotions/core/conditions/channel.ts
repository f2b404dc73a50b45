import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import type { Channel } from '../facts.ts';
import { CLOSED, optionParam, optionsOf } from '../params.ts';

const CHANNEL_PARAM = optionsOf(
  optionParam('store', { ru: 'магазин', en: 'store' }),
  optionParam('web', { ru: 'сайт', en: 'web site' }),
  optionParam('app', { ru: 'приложение', en: 'app' }),
  optionParam('kiosk', { ru: 'киоск', en: 'kiosk' }),
);

const LABEL = { ru: 'Каналы', en: 'Channels' };

/** The purchase is made in one of these channels. */
export const channel = defineCondition({
  code: 'channel',
  title: { ru: 'канал: {channels}', en: 'channel: {channels}' },
  params: Type.Object(
    {
      channels: Type.Array(Type.Union(CHANNEL_PARAM), {
        minItems: 1,
        uniqueItems: true,
        'x-unit': 'options',
        'x-label': LABEL,
        description: LABEL.en,
      }),
    },
    CLOSED,
  ),
  needs: ['place'],
  prepare: (params) => new Set<Channel>(params.channels),
  check: (channels, facts) => (channels.has(facts.place.channel) ? MET : wrongChannel),
});

function wrongChannel() {
  return reason('wrong-channel', { ru: 'другой канал покупки', en: 'another purchase channel' });
}
