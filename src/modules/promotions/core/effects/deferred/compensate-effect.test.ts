import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { compensateEffect } from './compensate-effect.ts';

test('what a promotion gave on this receipt is made good', () => {
  const params = { effectOf: 'welcome', of: 'this' };
  const opening = { effect: 'compensate-effect', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(compensateEffect, params), [{ ...opening, ...params }]);
});
