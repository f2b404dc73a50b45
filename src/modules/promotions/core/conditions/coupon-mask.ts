import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { matchesMask } from '../language/fact-test.ts';
import { CLOSED, masksParam } from '../language/params.ts';
import { couponCode, isUsable } from '../people/coupons.ts';

/** A usable coupon's code matches a mask: codes of a partner, of a series. */
export const couponMask = defineCondition({
  code: 'coupon-mask',
  title: { ru: 'предъявлен купон вида {masks}', en: 'a coupon like {masks} is presented' },
  params: Type.Object({ masks: masksParam({ ru: 'Маски кодов', en: 'Masks of codes' }) }, CLOSED),
  class: 'state',
  needs: ['coupons'],
  prepare: ({ masks }) => masks,
  check: (masks, { coupons }) => {
    for (const one of coupons) {
      if (!isUsable(one)) continue;
      for (const mask of masks) if (matchesMask(couponCode(one), mask)) return MET;
    }
    return FAR;
  },
  why: () => ({ code: 'no-coupon', text: { ru: 'нужен купон', en: 'a coupon is needed' } }),
});
