import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allocate, allocateExactly } from './allocate.ts';

test('parts follow the weights, the largest remainder gets the odd unit', () => {
  const cases: [number, number[], number[]][] = [
    [10, [1, 1, 1], [4, 3, 3]],
    [10, [3, 3, 4], [3, 3, 4]],
    [1, [1, 2], [0, 1]],
    [0, [0, 0], [0, 0]],
    [5, [0, 7], [0, 5]],
  ];
  for (const [total, weights, expected] of cases)
    assert.deepEqual(allocate(total, weights), expected);
});

test('parts always sum to the total and none is off by a whole unit', () => {
  const weights = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.nat(1_000_000_000), weights, (total, parts) => {
      const sum = parts.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      const given = allocate(total, parts);
      assert.equal(
        given.reduce((a, b) => a + b, 0),
        total,
      );
      for (const [place, part] of given.entries()) {
        assert.ok(Math.abs(part - (total * (parts[place] ?? 0)) / sum) < 1);
      }
    }),
  );
});

test('a total over zero weights is a bug', () => {
  assert.throws(() => allocate(1, [0, 0]));
  assert.throws(() => allocate(0, []));
});

test('weights beyond the safe integers share as the same weights made small', () => {
  const weights = [3, 1, 0, 5, 5];
  const huge = weights.map((weight) => BigInt(weight) * 10n ** 20n);
  for (const total of [0, 1, 7, 100, 10_000_000_000_001]) {
    assert.deepEqual(allocateExactly(total, huge), allocate(total, weights));
  }
});
