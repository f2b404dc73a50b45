import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { EVENT_PARAMS } from './event-data.ts';

test('an event is a trigger that exists, its data is flat', () => {
  assert.equal(Value.Check(EVENT_PARAMS.event, 'custom.event'), true);
  assert.equal(Value.Check(EVENT_PARAMS.event, 'moon.full'), false);
  assert.equal(Value.Check(EVENT_PARAMS.data, { a: 1, b: 'x', c: true }), true);
  assert.equal(Value.Check(EVENT_PARAMS.data, { a: { b: 1 } }), false);
});
