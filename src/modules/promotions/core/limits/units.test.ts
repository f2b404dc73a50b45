import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const LIMIT: Limit = { code: 'few', unit: 'units', subject: 'receipt', period: 'receipt', max: 4 };
const lines = [
  { quantityMilli: 3000, priceKopecks: 100 },
  { quantityMilli: 1350, priceKopecks: 1000, isWeighed: true },
  { quantityMilli: 2000, priceKopecks: 200 },
];
const decided = (limit: Partial<Limit>) =>
  decide([aPromotion({ limits: [{ ...LIMIT, ...limit }] })], aReceipt({ lines }));
const offOf = (limit: Partial<Limit>) =>
  decided(limit).lines.map(({ discountKopecks }) => discountKopecks);

test('units are kept in unit order as long as there is room', () => {
  assert.deepEqual(offOf({ max: 6 }), [30, 135, 40]);
  assert.deepEqual(offOf({ max: 5 }), [30, 135, 20]);
  assert.deepEqual(offOf({ max: 4 }), [30, 135, 0]);
  assert.deepEqual(offOf({ max: 1 }), [10, 0, 0]);
});

test('a promotion that was cut says so; one of which nothing is left is limited', () => {
  assert.deepEqual(decided({ max: 6 }).verdicts.list, [[0, 11, 205, 0]]);
  assert.deepEqual(decided({ max: 5 }).verdicts.list, [[0, 11, 185, 1]]);
  assert.deepEqual(decided({ max: 0 }).verdicts.list, [[0, 7, 0]]);
});

test('all or nothing where the limit stops', () => {
  assert.deepEqual(offOf({ reaction: 'stop', max: 6 }), [30, 135, 40]);
  assert.deepEqual(decided({ reaction: 'stop', max: 5 }).verdicts.list, [[0, 7, 0]]);
});

test('each line may have its own bound', () => {
  assert.deepEqual(offOf({ subject: 'line', max: 1 }), [10, 135, 20]);
  assert.deepEqual(offOf({ subject: 'line', max: 2 }), [20, 135, 40]);
});

test('what was used of a period leaves less, and what is used here is reported', () => {
  const limits = [{ ...LIMIT, subject: 'member', period: 'day' } as const];
  const facts = aReceipt({ lines, limitUsed: { 'ten-off/few': 2 } });
  const { discountKopecks, limitUses } = decide([aPromotion({ limits })], facts);
  assert.equal(discountKopecks, 20);
  assert.deepEqual(
    limitUses.map(({ key, amount, unit, period }) => [key, amount, unit, period]),
    [['ten-off/few', 2, 'units', 'day']],
  );
});

test('companions do not count', () => {
  const select = {
    selector: 'every-nth-unit',
    params: { number: 3, order: 'as-scanned' },
  };
  const promotion = aPromotion({ select, limits: [{ ...LIMIT, max: 2 }] });
  // Units number 3 and 6: a piece of the first line and one of the last.
  const { lines: decidedLines } = decide([promotion], aReceipt({ lines }));
  assert.deepEqual(
    decidedLines.map(({ discountKopecks }) => discountKopecks),
    [10, 0, 20],
  );
});
