import type { Effect } from '../../language/effect.ts';
import { addToAudience } from './add-to-audience.ts';
import { burnCoupon } from './burn-coupon.ts';
import { callHook } from './call-hook.ts';
import { cancelEffect } from './cancel-effect.ts';
import { changeCard } from './change-card.ts';
import { changeCounter } from './change-counter.ts';
import { changeList } from './change-list.ts';
import { changeLots } from './change-lots.ts';
import { changeMailing } from './change-mailing.ts';
import { changeTier } from './change-tier.ts';
import { compensateEffect } from './compensate-effect.ts';
import { createTask } from './create-task.ts';
import { drawPrize } from './draw-prize.ts';
import { fire } from './fire.ts';
import { issueCertificate } from './issue-certificate.ts';
import { issueCoupon } from './issue-coupon.ts';
import { iterate } from './iterate.ts';
import { message } from './message.ts';
import { offerChoice } from './offer-choice.ts';
import { offerGift } from './offer-gift.ts';
import { orderReward } from './order-reward.ts';
import { removeFromAudience } from './remove-from-audience.ts';
import { sendMessage } from './send-message.ts';
import { setAttribute } from './set-attribute.ts';
import { setVariable } from './set-variable.ts';

/** Every effect that is data for others; the engine itself carries none of them out. */
export const DEFERRED_EFFECTS: readonly Effect[] = [
  addToAudience,
  burnCoupon,
  callHook,
  cancelEffect,
  changeCard,
  changeCounter,
  changeList,
  changeLots,
  changeMailing,
  changeTier,
  compensateEffect,
  createTask,
  drawPrize,
  fire,
  issueCertificate,
  issueCoupon,
  iterate,
  message,
  offerChoice,
  offerGift,
  orderReward,
  removeFromAudience,
  sendMessage,
  setAttribute,
  setVariable,
];
