import { Type } from 'typebox';
import { compileNamedCoupons } from '../../compile/named-coupons.ts';
import { recordOf, WORTH_PARAM } from '../../give/deferred.ts';
import { NO_EMISSION } from '../../give/emission.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED, codeParam } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';
import { couponCode, isUsable } from '../../people/coupons.ts';

/** A coupon is used up: the one named, or those that let this promotion fire. */
export const burnCoupon = defineEffect({
  code: 'burn-coupon',
  title: { ru: 'погасить купон[ {couponCode}]', en: 'burn the coupon[ {couponCode}]' },
  params: Type.Object(
    {
      couponCode: Type.Optional(codeParam({ ru: 'Код купона', en: 'Coupon code' }, 'coupon')),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  kind: 'deferred',
  isSteady: () => true,
  phases: ANY_PHASE,
  needs: () => ['coupons'],
  prepare: ({ couponCode: only, worthKopecks = 0 }, { promotion }) => ({
    only,
    worthKopecks,
    isNamed: compileNamedCoupons(promotion.when ?? []),
  }),
  apply: ({ only, worthKopecks, isNamed }, trial) => {
    const { basket, promotion } = trial;
    const codes =
      only === undefined
        ? new Set(
            basket.facts.coupons.filter((one) => isUsable(one) && isNamed(one)).map(couponCode),
          )
        : [only];
    for (const code of [...codes].sort(byText)) {
      const record = recordOf('burn-coupon', promotion, { couponCode: code });
      emit(trial, { ...NO_EMISSION, record, worthKopecks });
    }
  },
});

// By code unit, not by locale: every machine must sort alike.
function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
