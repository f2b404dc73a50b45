import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { setAttribute } from './set-attribute.ts';

test('an attribute is set to a word, a number or a yes', () => {
  const params = { attribute: 'pet', value: 'cat' };
  const opening = { effect: 'set-attribute', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(setAttribute, params), [{ ...opening, ...params }]);
});
