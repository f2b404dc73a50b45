import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goods } from './selectors/goods.ts';

test('a selector compiles only parameters that fit', () => {
  assert.throws(() => goods.compile({ skus: 'milk' }), /goods/);
  assert.equal(typeof goods.compile({ skus: ['milk'] }), 'function');
});
