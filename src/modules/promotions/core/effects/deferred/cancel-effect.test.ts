import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { cancelEffect } from './cancel-effect.ts';

test('what a promotion gave on the origin receipt is taken back', () => {
  const params = { effectOf: 'welcome', of: 'origin' };
  const opening = { effect: 'cancel-effect', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(cancelEffect, params), [{ ...opening, ...params }]);
});
