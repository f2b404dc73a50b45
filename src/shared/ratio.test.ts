import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divFloor, mulDiv, mulDivFloor, mulDivHalfUp } from './ratio.ts';

test('rounding is the one that the name says', () => {
  assert.equal(mulDivFloor(199, 5, 100), 9);
  assert.equal(mulDivHalfUp(199, 5, 100), 10);
  assert.equal(mulDivHalfUp(190, 5, 100), 10);
  assert.equal(mulDivHalfUp(189, 5, 100), 9);
});

test('halves and remainders go where the named rounding sends them', () => {
  const halves = (a: number) => {
    const ratio = { num: 1, den: 2 };
    return [
      mulDiv(a, ratio, 'down'),
      mulDiv(a, ratio, 'up'),
      mulDiv(a, ratio, 'half-up'),
      mulDiv(a, ratio, 'half-even'),
    ];
  };
  assert.deepEqual(halves(4), [2, 2, 2, 2]);
  assert.deepEqual(halves(5), [2, 3, 3, 2]);
  assert.deepEqual(halves(7), [3, 4, 4, 4]);
  const thirds = { num: 1, den: 3 };
  assert.equal(mulDiv(4, thirds, 'half-even'), 1);
  assert.equal(mulDiv(5, thirds, 'half-even'), 2);
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

test('the quick division is exact right below an integer', () => {
  const quotient = fc.integer({ min: 1, max: 2 ** 31 });
  const divisor = fc.integer({ min: 1, max: 2 ** 21 });
  fc.assert(
    fc.property(quotient, divisor, (q, b) => {
      assert.equal(divFloor(q * b - 1, b), q - 1);
      assert.equal(divFloor(q * b, b), q);
    }),
    { numRuns: 1000 },
  );
});
