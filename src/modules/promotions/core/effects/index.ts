import type { Effect } from '../language/effect.ts';
import { amountOff } from './amount-off.ts';
import { debitPointsEffect } from './debit-points.ts';
import { DEFERRED_EFFECTS } from './deferred/index.ts';
import { earnBands } from './earn-bands.ts';
import { earnFixed } from './earn-fixed.ts';
import { earnPerAmount } from './earn-per-amount.ts';
import { earnPercent } from './earn-percent.ts';
import { fixedPrice } from './fixed-price.ts';
import { giftGoods } from './gift-goods.ts';
import { initialPrice } from './initial-price.ts';
import { minPrice } from './min-price.ts';
import { multiplyPoints } from './multiply-points.ts';
import { percentOff } from './percent-off.ts';
import { receiptAmountOff } from './receipt-amount-off.ts';
import { redemptionAmount } from './redemption-amount.ts';
import { redemptionCap } from './redemption-cap.ts';
import { redemptionProhibit } from './redemption-prohibit.ts';
import { redemptionRate } from './redemption-rate.ts';
import { redemptionSteps } from './redemption-steps.ts';
import { roundDownLines } from './round-down-lines.ts';
import { roundDownTotal } from './round-down-total.ts';
import { setPrice } from './set-price.ts';

/** Every effect that a promotion may name. */
export const EFFECTS: readonly Effect[] = [
  amountOff,
  debitPointsEffect,
  earnBands,
  earnFixed,
  earnPerAmount,
  earnPercent,
  fixedPrice,
  giftGoods,
  initialPrice,
  minPrice,
  multiplyPoints,
  percentOff,
  receiptAmountOff,
  redemptionAmount,
  redemptionCap,
  redemptionProhibit,
  redemptionRate,
  redemptionSteps,
  roundDownLines,
  roundDownTotal,
  setPrice,
  ...DEFERRED_EFFECTS,
];
