import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionsOf } from '../../../testing/emissions.ts';
import { setVariable } from './set-variable.ts';

test('a variable is written down and handed to later phases', () => {
  const params = { variable: 'score', op: 'add', value: { minus: [1, 5] } };
  const [emission] = emissionsOf(setVariable, params);
  assert.deepEqual(emission?.variable, { variable: 'score', op: 'add', value: -4 });
  assert.partialDeepStrictEqual(emission?.record, {
    effect: 'set-variable',
    variable: 'score',
    op: 'add',
    value: -4,
  });
});
