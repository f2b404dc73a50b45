import { Type } from 'typebox';
import { CLOSED } from '../params.ts';
import { defineSelector } from '../selector.ts';

/** Every line, whole. */
export const all = defineSelector({
  code: 'all',
  title: { ru: 'все товары', en: 'all goods' },
  params: Type.Object({}, CLOSED),
  prepare: () => null,
  pick: (_nothing, basket) => (basket.lines.length === 0 ? null : basket.quantityMilli),
});
