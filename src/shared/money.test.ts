import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks, NO_MONEY } from './money.ts';

test('kopecks are safe integers, corrections may be negative', () => {
  assert.equal(kopecks(-5), -5);
  assert.equal(NO_MONEY, 0);
  for (const wrong of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => kopecks(wrong));
  }
});
