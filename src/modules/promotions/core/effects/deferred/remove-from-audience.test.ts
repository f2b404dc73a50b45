import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { removeFromAudience } from './remove-from-audience.ts';

test('the member leaves an audience', () => {
  const params = { audienceCode: 'tea-lovers' };
  const opening = { effect: 'remove-from-audience', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(removeFromAudience, params), [{ ...opening, ...params }]);
});
