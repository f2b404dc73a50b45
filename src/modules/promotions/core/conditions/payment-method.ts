import { Type } from 'typebox';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';

/** Some money of the receipt is paid by one of these means. */
export const paymentMethod = defineCondition({
  code: 'payment-method',
  title: { ru: 'оплата: {methods}', en: 'paid by {methods}' },
  params: Type.Object(
    { methods: codesParam({ ru: 'Способы оплаты', en: 'Means of payment' }, 'payment-method') },
    CLOSED,
  ),
  class: 'state',
  needs: ['payments'],
  prepare: ({ methods }) => new Set(methods),
  check: (methods, { payments }) => {
    for (const { kopecks, method } of payments) {
      if (kopecks > 0 && methods.has(method)) return MET;
    }
    return FAR;
  },
  why: ({ methods }) => {
    const names = namesWords(methods);
    return {
      code: 'wrong-payment-method',
      text: { ru: `при оплате: ${names.ru}`, en: `when paid by: ${names.en}` },
    };
  },
});
