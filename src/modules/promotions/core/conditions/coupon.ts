import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';
import { couponCode, isUsable } from '../people/coupons.ts';

/** The buyer presented one of these coupon codes, letter by letter, and it may be used. */
export const coupon = defineCondition({
  code: 'coupon',
  title: { ru: 'предъявлен купон {couponCodes}', en: 'coupon {couponCodes} is presented' },
  params: Type.Object(
    { couponCodes: codesParam({ ru: 'Коды купонов', en: 'Coupon codes' }, 'coupon') },
    CLOSED,
  ),
  class: 'state',
  needs: ['coupons'],
  prepare: ({ couponCodes }) => new Set(couponCodes),
  check: (codes, { coupons }) => {
    for (const one of coupons) if (isUsable(one) && codes.has(couponCode(one))) return MET;
    return FAR;
  },
  why: ({ couponCodes }, { facts }) => {
    const isShown = facts.coupons.some((one) => couponCodes.includes(couponCode(one)));
    return isShown ? BAD_COUPON : NO_COUPON;
  },
});

const NO_COUPON = {
  code: 'no-coupon',
  text: { ru: 'нужен купон', en: 'a coupon is needed' },
};

const BAD_COUPON = {
  code: 'coupon-unusable',
  text: { ru: 'купон не действует', en: 'the coupon cannot be used' },
};
