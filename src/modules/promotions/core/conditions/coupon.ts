import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { CLOSED, codesParam } from '../params.ts';

/** The buyer presented one of these coupon codes, letter by letter. */
export const coupon = defineCondition({
  code: 'coupon',
  title: { ru: 'предъявлен купон {couponCodes}', en: 'coupon {couponCodes} is presented' },
  params: Type.Object(
    { couponCodes: codesParam({ ru: 'Коды купонов', en: 'Coupon codes' }, 'coupon') },
    CLOSED,
  ),
  needs: ['coupons'],
  prepare: (params) => new Set(params.couponCodes),
  check: (codes, facts) => {
    for (const code of facts.coupons) if (codes.has(code)) return MET;
    return noCoupon;
  },
});

function noCoupon() {
  return reason('no-coupon', { ru: 'нужен купон', en: 'a coupon is needed' });
}
