import type { CouponFacts } from '../facts.ts';

type Coupon = string | CouponFacts;

/** The code of a coupon, whichever way it was written. */
export function couponCode(coupon: Coupon): string {
  return typeof coupon === 'string' ? coupon : coupon.code;
}

/** Whether a coupon may be used; a bad one never stops the sale, it only does not count. */
export function isUsable(coupon: Coupon): boolean {
  return typeof coupon === 'string' || coupon.isUsable;
}

/** Whether some earlier place of the list holds the same code, usable too. */
export function isRepeated(coupons: readonly Coupon[], place: number): boolean {
  const code = couponCode(coupons[place] ?? '');
  for (let i = 0; i < place; i += 1) {
    const other = coupons[i];
    if (other !== undefined && isUsable(other) && couponCode(other) === code) return true;
  }
  return false;
}
