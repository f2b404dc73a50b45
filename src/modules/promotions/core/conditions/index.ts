import type { Condition } from '../language/condition.ts';
import { anyLine } from './any-line.ts';
import { applied } from './applied.ts';
import { balance } from './balance.ts';
import { basketTotal } from './basket-total.ts';
import { birthdayWindow } from './birthday-window.ts';
import { budgetLeft } from './budget-left.ts';
import { calendar } from './calendar.ts';
import { card } from './card.ts';
import { channel } from './channel.ts';
import { consent } from './consent.ts';
import { contactLinked } from './contact-linked.ts';
import { counter } from './counter.ts';
import { coupon } from './coupon.ts';
import { couponEmission } from './coupon-emission.ts';
import { couponMask } from './coupon-mask.ts';
import { dateRange } from './date-range.ts';
import { daysSince } from './days-since.ts';
import { daysSincePurchase } from './days-since-purchase.ts';
import { delivery } from './delivery.ts';
import { event } from './event.ts';
import { experimentArm } from './experiment-arm.ts';
import { expression } from './expression.ts';
import { goodsCount } from './goods-count.ts';
import { goodsQuantity } from './goods-quantity.ts';
import { goodsSet } from './goods-set.ts';
import { goodsSum } from './goods-sum.ts';
import { history } from './history.ts';
import { householdSize } from './household-size.ts';
import { identified } from './identified.ts';
import { localHours } from './local-hours.ts';
import { memberAge } from './member-age.ts';
import { memberAttribute } from './member-attribute.ts';
import { memberTag } from './member-tag.ts';
import { memberTier } from './member-tier.ts';
import { membershipAge } from './membership-age.ts';
import { monthDays } from './month-days.ts';
import { nthPurchase } from './nth-purchase.ts';
import { nthWeek } from './nth-week.ts';
import { optedIn } from './opted-in.ts';
import { paymentMethod } from './payment-method.ts';
import { paymentParam } from './payment-param.ts';
import { paymentShare } from './payment-share.ts';
import { place } from './place.ts';
import { probability } from './probability.ts';
import { referral } from './referral.ts';
import { score } from './score.ts';
import { selectedTotal } from './selected-total.ts';
import { stockLeft } from './stock-left.ts';
import { terminal } from './terminal.ts';
import { tierProgress } from './tier-progress.ts';
import { variable } from './variable.ts';
import { weekdays } from './weekdays.ts';

/** Every condition that a promotion may name. */
export const CONDITIONS: readonly Condition[] = [
  anyLine,
  applied,
  balance,
  basketTotal,
  birthdayWindow,
  budgetLeft,
  calendar,
  card,
  channel,
  consent,
  contactLinked,
  counter,
  couponEmission,
  couponMask,
  coupon,
  dateRange,
  daysSincePurchase,
  daysSince,
  delivery,
  event,
  experimentArm,
  expression,
  goodsCount,
  goodsQuantity,
  goodsSet,
  goodsSum,
  history,
  householdSize,
  identified,
  localHours,
  memberAge,
  memberAttribute,
  memberTag,
  memberTier,
  membershipAge,
  monthDays,
  nthPurchase,
  nthWeek,
  optedIn,
  paymentMethod,
  paymentParam,
  paymentShare,
  place,
  probability,
  referral,
  score,
  selectedTotal,
  stockLeft,
  terminal,
  tierProgress,
  variable,
  weekdays,
];
