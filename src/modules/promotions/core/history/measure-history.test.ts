import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, localMoment } from '#shared/time.ts';
import type { Aggregate } from './aggregate.ts';
import { measureHistory } from './measure-history.ts';
import { emptyReading, type PastLine, pastLinesText } from './past-purchases.ts';

const line = (sku: string, rubles: number, milli = 1000): PastLine => ({
  ...emptyReading(),
  sku,
  milli,
  priceKopecks: rubles * 100,
  kopecks: rubles * 100,
  discountKopecks: 7,
});
const bought = (receiptId: string, wall: string, lines: PastLine[]) => ({
  receiptId,
  boughtAt: Date.parse(`${wall}Z`),
  storeCode: 's1',
  lines: pastLinesText(lines),
});

const PURCHASES = [
  bought('a', '2026-03-02T10:00', [line('milk', 100), line('tea', 300)]), // Monday
  { ...bought('b', '2026-03-07T23:30', [line('milk', 50)]), storeCode: 's2' }, // Saturday
  bought('c', '2026-02-01T10:00', [line('kefir', 80)]),
  bought('d', '2026-03-09T10:00', [line('milk', 40)]),
  // All of d came back, and the milk of a.
  bought('d', '2026-03-09T10:00', [line('milk', -40, -1000)]),
  bought('a', '2026-03-02T10:00', [line('milk', -100, -1000)]),
];
const groupCodesOf = (sku: string) => (sku === 'tea' ? ['drinks'] : ['dairy']);
const local = localMoment(instant(Date.parse('2026-03-15T09:00:00Z')), 'Europe/Moscow');

function ask(some: Partial<Aggregate>) {
  const aggregate = { key: 'k', period: { lastDays: 30 }, ...some };
  const { k } = measureHistory([aggregate], PURCHASES, { local, groupCodesOf });
  return [k?.receipts, k?.kopecks, k?.skus, k?.stores, k?.largestKopecks];
}

test('a query counts confirmed receipts less what came back', () => {
  assert.deepEqual(ask({}), [2, 35_000, 2, 2, 30_000]);
  assert.deepEqual(ask({ period: { lastDays: 60 } }), [3, 43_000, 3, 2, 30_000]);
});

test('a query looks at its goods, stores, days, hours and sums', () => {
  assert.deepEqual(ask({ groupCodes: ['dairy'] }), [1, 5_000, 1, 1, 5_000]);
  assert.deepEqual(ask({ skus: ['tea'] }), [1, 30_000, 1, 1, 30_000]);
  assert.deepEqual(ask({ exceptGroupCodes: ['drinks'] }), [1, 5_000, 1, 1, 5_000]);
  assert.deepEqual(ask({ minPriceKopecks: 20_000 }), [1, 30_000, 1, 1, 30_000]);
  assert.deepEqual(ask({ storeCodes: ['s2'] }), [1, 5_000, 1, 1, 5_000]);
  assert.deepEqual(ask({ weekdays: [6, 7] }), [1, 5_000, 1, 1, 5_000]);
  assert.deepEqual(ask({ hours: { fromMinute: 1320, toMinute: 120 } }), [1, 5_000, 1, 1, 5_000]);
  assert.deepEqual(ask({ minReceiptKopecks: 10_000 }), [1, 30_000, 1, 1, 30_000]);
});
