import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueNeeds } from './value-needs.ts';

test('a recipe needs what its sources and its lines need', () => {
  assert.deepEqual(valueNeeds(5), []);
  assert.deepEqual(valueNeeds({ minus: [{ source: 'balance:bonus' }, { source: 'local-day' }] }), [
    'balance:bonus',
    'time',
  ]);
  assert.deepEqual(valueNeeds({ personal: 'mine' }), ['personal-list:mine', 'lines']);
  assert.deepEqual(valueNeeds({ attribute: 'fat' }), ['lines']);
});
