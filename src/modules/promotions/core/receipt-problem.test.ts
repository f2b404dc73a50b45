import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, type LineWish } from '../testing/builders.ts';
import { receiptProblem } from './receipt-problem.ts';

const problemOf = (...lines: LineWish[]) => receiptProblem(aReceipt({ lines }));
const GROSS_MAX = 10 ** 13;

for (const [what, lines, code, lineNo] of [
  ['a line number that stands twice', [{ lineNo: 7 }, { lineNo: 7 }], 'line-number', 7],
  ['the line number 0', [{ lineNo: 0 }], 'line-number', 0],
  ['a line number above a million', [{ lineNo: 1_000_001 }], 'line-number', 1_000_001],
  ['a broken line number', [{ lineNo: 1.5 }], 'line-number', 1.5],
  ['a quantity of 0', [{}, { quantityMilli: 0 }], 'quantity-not-positive', 2],
  ['a returned quantity', [{ quantityMilli: -1000 }], 'quantity-not-positive', 1],
  ['a negative price', [{ priceKopecks: -1, grossKopecks: 0 }], 'amount-negative', 1],
  ['a negative gross', [{ grossKopecks: -1 }], 'amount-negative', 1],
  ['a broken quantity', [{ quantityMilli: 0.5, grossKopecks: 1 }], 'out-of-bounds', 1],
  ['too much money', [{ grossKopecks: GROSS_MAX }, { grossKopecks: 1 }], 'out-of-bounds', 2],
  ['too many units', [{ quantityMilli: 100_001_000, priceKopecks: 1 }], 'out-of-bounds', 1],
] as const) {
  test(`${what} is refused as ${code}`, () => {
    assert.deepEqual(problemOf(...lines), { code, lineNo });
  });
}

test('no line is too few, 1,001 lines are too many, and no line alone is to blame', () => {
  const lines = Array.from({ length: 1001 }, () => ({}));
  for (const refused of [[], lines]) {
    assert.deepEqual(problemOf(...refused), { code: 'out-of-bounds', lineNo: null });
  }
  assert.equal(problemOf(...lines.slice(1)), null);
});

test('what stands on the bounds is allowed', () => {
  assert.equal(problemOf({ lineNo: 1_000_000, grossKopecks: GROSS_MAX }), null);
  assert.equal(problemOf({ quantityMilli: 100_000_000, priceKopecks: 1 }), null);
});

test('a gift of the till and a weighed line of any weight are allowed', () => {
  assert.equal(problemOf({ grossKopecks: 0 }), null);
  assert.equal(problemOf({ isWeighed: true, quantityMilli: 200_000_000, priceKopecks: 1 }), null);
});
