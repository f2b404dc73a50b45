import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const LIMIT: Limit = { code: 'few', unit: 'milli', subject: 'receipt', period: 'receipt', max: 1 };
const lines = [
  { quantityMilli: 1350, priceKopecks: 1000, isWeighed: true },
  { quantityMilli: 2000, priceKopecks: 200 },
  { quantityMilli: 500, priceKopecks: 1000, isWeighed: true },
];
const decided = (limit: Partial<Limit>) =>
  decide([aPromotion({ limits: [{ ...LIMIT, ...limit }] })], aReceipt({ lines }));
const offOf = (limit: Partial<Limit>) =>
  decided(limit).lines.map(({ discountKopecks }) => discountKopecks);

test('each unit that still fits is kept whole, and what does not fit is passed over', () => {
  assert.deepEqual(offOf({ max: 3850 }), [135, 40, 50]);
  assert.deepEqual(offOf({ max: 3849 }), [135, 40, 0]);
  assert.deepEqual(offOf({ max: 2000 }), [135, 0, 50]);
  assert.deepEqual(offOf({ max: 1349 }), [0, 20, 0]);
  assert.deepEqual(offOf({ max: 999 }), [0, 0, 50]);
});

test('when nothing fits the promotion is limited', () => {
  assert.deepEqual(decided({ max: 499 }).verdicts.list, [[0, 7, 0]]);
});

test('all or nothing where the limit stops', () => {
  assert.deepEqual(decided({ max: 3849, reaction: 'stop' }).verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(offOf({ max: 3850, reaction: 'stop' }), [135, 40, 50]);
});

test('each line may have its own bound', () => {
  assert.deepEqual(offOf({ subject: 'line', max: 1000 }), [0, 20, 50]);
  assert.deepEqual(offOf({ subject: 'line', max: 1350 }), [135, 20, 50]);
});

test('what is used is reported in thousandths', () => {
  const { limitUses } = decided({ subject: 'promotion', period: 'offer', max: 2000 });
  assert.deepEqual(
    limitUses.map(({ amount }) => amount),
    [1850],
  );
});
