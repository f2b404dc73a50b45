import { Type } from 'typebox';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';

/** The purchase is handed over in one of these ways: courier, pick-up, post. */
export const delivery = defineCondition({
  code: 'delivery',
  title: { ru: 'получение: {kinds}', en: 'delivery: {kinds}' },
  params: Type.Object(
    { kinds: codesParam({ ru: 'Способы получения', en: 'Ways of delivery' }, 'delivery') },
    CLOSED,
  ),
  class: 'state',
  needs: ['delivery'],
  prepare: ({ kinds }) => new Set(kinds),
  check: (kinds, { deliveryKind }) =>
    deliveryKind !== null && kinds.has(deliveryKind) ? MET : FAR,
  why: ({ kinds }) => {
    const names = namesWords(kinds);
    return {
      code: 'wrong-delivery',
      text: { ru: `при получении: ${names.ru}`, en: `with delivery: ${names.en}` },
    };
  },
});
