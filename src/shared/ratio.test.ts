import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mulDivFloor, mulDivHalfUp } from './ratio.ts';

test('rounding is the one that the name says', () => {
  assert.equal(mulDivFloor(199, 5, 100), 9);
  assert.equal(mulDivHalfUp(199, 5, 100), 10);
  assert.equal(mulDivHalfUp(190, 5, 100), 10);
  assert.equal(mulDivHalfUp(189, 5, 100), 9);
});

test('results are exact beyond what a double can hold', () => {
  const big = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(
      big,
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1000, max: 100_000 }),
      (a, num, den) => {
        const exact = (BigInt(a) * BigInt(num)) / BigInt(den);
        assert.equal(BigInt(mulDivFloor(a, num, den)), exact);
        const half = (2n * BigInt(a) * BigInt(num) + BigInt(den)) / (2n * BigInt(den));
        assert.equal(BigInt(mulDivHalfUp(a, num, den)), half);
      },
    ),
  );
});

test('fractions, negatives and division by zero are bugs', () => {
  assert.throws(() => mulDivFloor(1.5, 1, 1));
  assert.throws(() => mulDivFloor(-1, 1, 1));
  assert.throws(() => mulDivFloor(1, 1, 0));
  assert.throws(() => mulDivFloor(Number.MAX_SAFE_INTEGER, 2, 1));
});
