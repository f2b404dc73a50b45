import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, NOW, remaining } from '../testing/builders.ts';
import { burnTouched } from './burn-touched.ts';

test('of burnt lots only those that were touched are written off', () => {
  const lots = [aLot({ id: 'touched', expiresAt: NOW }), aLot({ id: 'other', expiresAt: NOW })];
  const posted = burnTouched(aState(lots), new Set(['touched']), aCause());
  assert.deepEqual(remaining(posted), { touched: 0, other: 10 });
  assert.equal(burnTouched(aState(lots), new Set(), aCause()).entry, null);
});
