import type { Condition } from '../condition.ts';
import { basketTotal } from './basket-total.ts';
import { birthdayWindow } from './birthday-window.ts';
import { channel } from './channel.ts';
import { coupon } from './coupon.ts';
import { dateRange } from './date-range.ts';
import { goodsQuantity } from './goods-quantity.ts';
import { goodsSum } from './goods-sum.ts';
import { identified } from './identified.ts';
import { localHours } from './local-hours.ts';
import { memberTag } from './member-tag.ts';
import { memberTier } from './member-tier.ts';
import { membershipAge } from './membership-age.ts';
import { nthPurchase } from './nth-purchase.ts';
import { paymentMethod } from './payment-method.ts';
import { place } from './place.ts';
import { probability } from './probability.ts';
import { weekdays } from './weekdays.ts';

/** Every condition that a promotion may name. */
export const CONDITIONS: readonly Condition[] = [
  basketTotal,
  birthdayWindow,
  channel,
  coupon,
  dateRange,
  goodsQuantity,
  goodsSum,
  identified,
  localHours,
  memberTag,
  memberTier,
  membershipAge,
  nthPurchase,
  paymentMethod,
  place,
  probability,
  weekdays,
];
