import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCRUAL_PHASE, ANY_PHASE, DISCOUNT_PHASES, PHASES, REDEMPTION_PHASE } from './phases.ts';

test('phases are numbered from 0 to 10 without a gap, in order of play', () => {
  assert.deepEqual(ANY_PHASE, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.equal(new Set(PHASES.map(({ code }) => code)).size, 11);
});

test('prices go down before points pay, and points pay before points are earned', () => {
  assert.deepEqual(DISCOUNT_PHASES, [1, 2, 3, 4, 5]);
  assert.ok(Math.max(...DISCOUNT_PHASES) < REDEMPTION_PHASE);
  assert.ok(REDEMPTION_PHASE < ACCRUAL_PHASE);
});
