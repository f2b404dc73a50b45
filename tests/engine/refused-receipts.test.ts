import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptProblem } from '#modules/promotions/core/index.ts';
import { plainly } from '../oracle/by-the-engine.ts';
import type { FactLine } from '../oracle/facts.ts';
import { facts, line } from './build.ts';

// Chapter 1.2 of docs/engine.md: receipts that are refused as a whole.

const good = line([1, 'tea', 100]);

const REFUSED: readonly (readonly [string, readonly FactLine[], string, number | null])[] = [
  ['a number twice', [good, good], 'line-number', 1],
  ['the number 0', [{ ...good, lineNo: 0 }], 'line-number', 0],
  ['the number 1,000,001', [{ ...good, lineNo: 1_000_001 }], 'line-number', 1_000_001],
  ['no quantity', [{ ...good, quantityMilli: 0 }], 'quantity-not-positive', 1],
  ['a quantity below 0', [{ ...good, quantityMilli: -1000 }], 'quantity-not-positive', 1],
  ['a price below 0', [{ ...good, priceKopecks: -1 }], 'amount-negative', 1],
  ['a gross below 0', [{ ...good, grossKopecks: -1 }], 'amount-negative', 1],
];

for (const [what, lines, code, lineNo] of REFUSED) {
  test(`${what} is refused as ${code}`, () => {
    assert.deepEqual(plainly(receiptProblem(plainly(facts({ lines })))), { code, lineNo });
  });
}

test('too many lines, too much money and too many units are out of bounds', () => {
  const many = Array.from({ length: 1001 }, (_, i) => ({ ...good, lineNo: i + 1 }));
  const money = [{ ...good, grossKopecks: 10 ** 13 + 1 }];
  const units = [{ ...good, quantityMilli: 100_001_000 }];
  for (const lines of [many, money, units]) {
    assert.equal(receiptProblem(plainly(facts({ lines })))?.code, 'out-of-bounds');
  }
});

test('a gift of the till for nothing is allowed', () => {
  assert.equal(receiptProblem(plainly(facts({ lines: [{ ...good, grossKopecks: 0 }] }))), null);
});
