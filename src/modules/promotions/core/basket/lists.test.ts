import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasEvery, hasSome } from './lists.ts';

test('lists are asked for all and for some', () => {
  const list = ['a', 'b', 'a'];
  assert.equal(hasEvery(list, ['a', 'b']), true);
  assert.equal(hasEvery(list, ['a', 'c']), false);
  assert.equal(hasEvery(list, []), true);
  assert.equal(hasSome(list, ['c', 'b']), true);
  assert.equal(hasSome([], ['c']), false);
});
