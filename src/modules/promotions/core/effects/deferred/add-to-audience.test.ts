import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { addToAudience } from './add-to-audience.ts';

test('the member joins an audience', () => {
  const params = { audienceCode: 'tea-lovers' };
  const opening = { effect: 'add-to-audience', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(addToAudience, params), [{ ...opening, ...params }]);
});
