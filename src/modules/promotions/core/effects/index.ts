import type { Effect } from '../effect.ts';
import { amountOff } from './amount-off.ts';
import { earnFixed } from './earn-fixed.ts';
import { earnPerAmount } from './earn-per-amount.ts';
import { earnPercent } from './earn-percent.ts';
import { fixedPrice } from './fixed-price.ts';
import { message } from './message.ts';
import { multiplyPoints } from './multiply-points.ts';
import { percentOff } from './percent-off.ts';
import { receiptAmountOff } from './receipt-amount-off.ts';
import { redemptionCap } from './redemption-cap.ts';
import { roundDownTotal } from './round-down-total.ts';

/** Every effect that a promotion may name. */
export const EFFECTS: readonly Effect[] = [
  amountOff,
  earnFixed,
  earnPerAmount,
  earnPercent,
  fixedPrice,
  message,
  multiplyPoints,
  percentOff,
  receiptAmountOff,
  redemptionCap,
  roundDownTotal,
];
