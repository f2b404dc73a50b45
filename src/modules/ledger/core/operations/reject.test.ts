import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

test('a rejection is told and posts nothing', () => {
  const member = aWorld().member();
  const params = { transitId: uuidv7(NOW, new Uint8Array(10)), code: 'points-out-of-range' };
  assert.deepEqual(member.good('reject', params), params);
  assert.deepEqual(member.entries(), []);
});
