import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionsOf } from '../../../testing/emissions.ts';
import { fire } from './fire.ts';

test('an event is raised with its data', () => {
  const [emission] = emissionsOf(fire, { event: 'custom.event', data: { points: 5 } });
  assert.deepEqual(emission?.fires, [{ trigger: 'custom.event', data: { points: 5 } }]);
  assert.partialDeepStrictEqual(emission?.record, { event: 'custom.event', data: { points: 5 } });
  assert.deepEqual(emissionsOf(fire, { event: 'custom.event' })[0]?.fires[0]?.data, {});
});
