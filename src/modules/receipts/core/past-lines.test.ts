import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, NO_FACTS, PLAIN_LINE } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { instant, localMoment } from '#shared/time.ts';
import { pastPurchase, pastReturn } from './past-lines.ts';

const occurredAt = instant(Date.parse('2026-03-02T09:00:00Z'));
const facts: Facts = {
  ...NO_FACTS,
  receiptId: 'r',
  occurredAt,
  local: localMoment(occurredAt, 'Europe/Moscow'),
  lines: [
    {
      ...PLAIN_LINE,
      lineNo: 1,
      sku: 'tea',
      groupCodes: [],
      quantityMilli: 3000,
      priceKopecks: kopecks(100),
      grossKopecks: kopecks(300),
    },
  ],
};
const answered = [
  {
    lineNo: 1,
    grossKopecks: 300,
    discountKopecks: 100,
    redeemedPoints: 0,
    accruals: [{ currencyCode: 'bonus', points: 10 }],
  },
];

test('a purchase is kept by the clock on the wall', () => {
  const { boughtAt, lines } = pastPurchase(facts, answered, 'bonus');
  assert.equal(boughtAt, Date.parse('2026-03-02T12:00:00Z'));
  assert.equal(lines, 'tea 2s 2bc 5k 2s a 0');
});

test('returns take from the history what the purchase put there', () => {
  const taken = (beforeMilli: number, afterMilli: number) =>
    pastReturn(facts, answered, {
      currencyCode: 'bonus',
      back: [{ lineNo: 1, beforeMilli, afterMilli }],
    }).lines;
  assert.equal(taken(0, 1000), 'tea 2s -rs -1u -x -3 0');
  assert.equal(taken(1000, 3000), 'tea 2s -1jk -3q -1v -7 0');
  assert.equal(taken(1000, 1000), '');
});
