import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import { CLOSED, codeParam } from '../../language/params.ts';

/** A reward of the catalogue is ordered for the member. */
export const orderReward = defineDeferred({
  code: 'order-reward',
  title: { ru: 'заказать награду {rewardCode}', en: 'order the reward {rewardCode}' },
  params: Type.Object(
    { rewardCode: codeParam({ ru: 'Награда', en: 'Reward' }, 'reward'), ...WORTH_PARAM },
    CLOSED,
  ),
});
