import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isValueObject, partsOf, personalListsOf, sourcesOf, type Value } from './value.ts';

const value: Value = {
  sum: [
    { source: 'local-day' },
    { times: [{ personal: 'mine' }, { steps: { source: 'counter:a', rows: [] } }] },
    { table: { keys: ['store', 'sku'], rows: [] } },
  ],
};

test('a recipe is known by its one field', () => {
  assert.equal(isValueObject({ source: 'local-day' }), true);
  assert.equal(isValueObject({ ru: 'a', en: 'b' }), false);
  assert.equal(isValueObject({ source: 'a', more: 1 }), false);
  for (const no of [5, null, 'source', [], {}]) assert.equal(isValueObject(no), false);
});

test('a recipe names all that it reads, however deep', () => {
  assert.deepEqual(sourcesOf(value), ['local-day', 'counter:a', 'store', 'sku']);
  assert.deepEqual(personalListsOf(value), ['mine']);
  assert.equal(partsOf({ over: [1, 2] }).length, 2);
  assert.deepEqual(partsOf({ attribute: 'fat' }), []);
});
