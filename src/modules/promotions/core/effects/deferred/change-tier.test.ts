import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeTier } from './change-tier.ts';

test('the main tiers are meant unless said', () => {
  assert.deepEqual(recordsOf(changeTier, { op: 'set', tierCode: 'gold' }), [
    {
      effect: 'change-tier',
      promotionCode: 'ten-off',
      phase: 2,
      tierGroup: 'main',
      op: 'set',
      tierCode: 'gold',
    },
  ]);
});

test('setting needs a tier, extending needs days', () => {
  assert.equal(changeTier.problems({ op: 'set' })[0]?.field, 'tierCode');
  assert.equal(changeTier.problems({ op: 'extend' })[0]?.field, 'days');
  assert.deepEqual(changeTier.problems({ op: 'up' }), []);
});
