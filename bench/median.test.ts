import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, median, rounded } from './median.ts';

test('the median of rounds is the middle one, or the mean of the middle two', () => {
  assert.equal(median([]), undefined);
  assert.equal(median([5]), 5);
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 9]), 3);
});

test('a measured figure keeps three digits', () => {
  assert.equal(rounded(12_345.6), 12_300);
  assert.equal(rounded(0.012_345), 0.0123);
});

test('a figure that one round lacks is not measured', () => {
  assert.equal(figure([3, 1, 2.0004]), 2);
  assert.equal(figure([3, null, 2]), null);
  assert.equal(figure([]), null);
});
