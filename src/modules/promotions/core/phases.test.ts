import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANY_PHASE, DISCOUNT_PHASES, PHASES, REDEMPTION_PHASE } from './phases.ts';

test('phases are numbered upwards, prices before points', () => {
  assert.deepEqual(
    ANY_PHASE,
    PHASES.map((_, i) => i + 1),
  );
  assert.ok(DISCOUNT_PHASES.every((phase) => phase < REDEMPTION_PHASE));
});
