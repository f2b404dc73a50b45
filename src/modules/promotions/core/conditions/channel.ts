import { Type } from 'typebox';
import type { Channel } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, optionParam, optionsOf, optionsParam } from '../language/params.ts';
import { NO_PLACE } from '../play/whys.ts';

const CHANNEL_PARAM = optionsOf(
  optionParam('store', { ru: 'магазин', en: 'store' }),
  optionParam('web', { ru: 'сайт', en: 'web site' }),
  optionParam('app', { ru: 'приложение', en: 'app' }),
  optionParam('kiosk', { ru: 'киоск', en: 'kiosk' }),
);

/** The purchase is made in one of these channels. */
export const channel = defineCondition({
  code: 'channel',
  title: { ru: 'канал: {channels}', en: 'channel: {channels}' },
  params: Type.Object(
    { channels: optionsParam({ ru: 'Каналы', en: 'Channels' }, CHANNEL_PARAM) },
    CLOSED,
  ),
  class: 'place',
  needs: ['channel'],
  prepare: ({ channels }) => new Set<Channel>(channels),
  check: (channels, { place }) => (place !== null && channels.has(place.channel) ? MET : FAR),
  why: (_params, { facts }) => (facts.place === null ? NO_PLACE : WRONG_CHANNEL),
});

const WRONG_CHANNEL = {
  code: 'wrong-channel',
  text: { ru: 'другой канал покупки', en: 'another purchase channel' },
};
