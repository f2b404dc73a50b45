import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointsText } from './points-text.ts';

const CASES = [
  [0, 0, '0'],
  [12345, 0, '12345'],
  [12345, 2, '123.45'],
  [-5, 2, '-0.05'],
  [5, 6, '0.000005'],
  [100, 2, '1.00'],
  [-9007199254740991, 3, '-9007199254740.991'],
] as const;

for (const [points, divisibility, text] of CASES) {
  test(`${points} with ${divisibility} places is ${text}`, () => {
    assert.equal(pointsText(points, divisibility), text);
  });
}

test('the mark is whatever the reader is used to', () => {
  assert.equal(pointsText(-12345, 2, ','), '-123,45');
});
