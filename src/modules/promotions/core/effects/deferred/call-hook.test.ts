import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { callHook } from './call-hook.ts';

test('a hook is named', () => {
  const params = { hookCode: 'erp' };
  const opening = { effect: 'call-hook', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(callHook, params), [{ ...opening, ...params }]);
});
