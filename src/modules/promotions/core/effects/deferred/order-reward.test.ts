import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { orderReward } from './order-reward.ts';

test('a reward is ordered', () => {
  const params = { rewardCode: 'mug' };
  const opening = { effect: 'order-reward', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(orderReward, params), [{ ...opening, ...params }]);
});
