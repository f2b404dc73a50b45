import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededProblems } from './needed.ts';

test('a field that another one asks for must be there', () => {
  assert.equal(neededProblems({ op: 'set' }, 'tierCode')[0]?.field, 'tierCode');
  assert.deepEqual(neededProblems({ tierCode: 'gold' }, 'tierCode'), []);
});
