import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { createTask } from './create-task.ts';

test('a task has words in both languages', () => {
  const params = { taskKind: 'call', text: { ru: 'Позвонить', en: 'Call' } };
  const opening = { effect: 'create-task', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(createTask, params), [{ ...opening, ...params }]);
});
