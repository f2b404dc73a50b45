import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeCounter } from './change-counter.ts';

test('a counter of the member changes by a Value', () => {
  const params = { counterCode: 'stamps', op: 'increase', amount: { source: 'selected-units' } };
  assert.deepEqual(recordsOf(changeCounter, params), [
    {
      effect: 'change-counter',
      promotionCode: 'ten-off',
      phase: 2,
      counterCode: 'stamps',
      op: 'increase',
      amount: 1,
      subject: 'member',
    },
  ]);
});

test('an amount below 0 counts as 0', () => {
  const params = { counterCode: 'stamps', op: 'set', amount: { minus: [1, 5] }, subject: 'store' };
  assert.partialDeepStrictEqual(recordsOf(changeCounter, params), [
    { amount: 0, subject: 'store' },
  ]);
});
