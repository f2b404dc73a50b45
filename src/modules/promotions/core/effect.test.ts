import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiplyPoints } from './effects/multiply-points.ts';
import { percentOff } from './effects/percent-off.ts';

test('an effect compiles only parameters that fit', () => {
  assert.throws(() => percentOff.compile({ rateBasisPoints: 0 }), /percent-off/);
  assert.equal(typeof percentOff.compile({ rateBasisPoints: 1 }), 'function');
});

test('an effect is early unless it says otherwise', () => {
  assert.equal(percentOff.isLate, false);
  assert.equal(multiplyPoints.isLate, true);
});
