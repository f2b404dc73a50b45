import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeLots } from './change-lots.ts';

test('points live thirty days longer', () => {
  const params = { currencyCode: 'bonus', op: 'extend', days: 30 };
  const opening = { effect: 'change-lots', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(changeLots, params), [{ ...opening, ...params }]);
});
