import { Type } from 'typebox';
import { mulDivFloor } from '#shared/ratio.ts';
import { boundsProblems } from '../basket/bounds.ts';
import { percentWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { basisPointsParam, CLOSED, codesParam } from '../language/params.ts';

const WHOLE = 10_000;

/** So large a share of the receipt is paid by these means. */
export const paymentShare = defineCondition({
  code: 'payment-share',
  title: {
    ru: 'оплата {methods}: не меньше {minBasisPoints}[, не больше {maxBasisPoints}]',
    en: 'paid by {methods}: {minBasisPoints} or more[, at most {maxBasisPoints}]',
  },
  params: Type.Object(
    {
      methods: codesParam({ ru: 'Способы оплаты', en: 'Means of payment' }, 'payment-method'),
      minBasisPoints: basisPointsParam({ ru: 'Не меньше', en: 'At least' }),
      maxBasisPoints: Type.Optional(basisPointsParam({ ru: 'Не больше', en: 'At most' })),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['payments'],
  prepare: ({ methods, minBasisPoints, maxBasisPoints = WHOLE }) => ({
    methods: new Set(methods),
    min: minBasisPoints,
    max: maxBasisPoints,
  }),
  check: ({ methods, min, max }, { payments }) => {
    let all = 0;
    let named = 0;
    for (const { kopecks, method } of payments) {
      all += kopecks;
      if (methods.has(method)) named += kopecks;
    }
    if (all === 0) return FAR;
    // Exact without large products: at least min = the rest is at most what is left of the whole.
    const isEnough = all - named <= mulDivFloor(all, WHOLE - min, WHOLE);
    return isEnough && named <= mulDivFloor(all, max, WHOLE) ? MET : FAR;
  },
  why: ({ minBasisPoints }) => {
    const share = percentWords(minBasisPoints);
    return {
      code: 'wrong-payment-share',
      text: {
        ru: `нужная доля оплаты: от ${share.ru}`,
        en: `the share of the payment must be ${share.en}`,
      },
    };
  },
  problems: (params) => boundsProblems(params, 'minBasisPoints', 'maxBasisPoints'),
});
