import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHistory, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { history } from './history.ts';

const QUERY = { key: 'dairy', period: { lastDays: 90 }, groupCodes: ['dairy'] } as const;
const MILK = { sku: 'milk', groupCodes: ['dairy'], priceKopecks: 5000, quantityMilli: 2000 };
const bought = (wish: object, lines = [{}, MILK]) => ({
  facts: aReceipt({ history: { dairy: aHistory(wish) }, lines }),
  aggregates: [{ ...QUERY, period: { lastDays: 90 }, groupCodes: ['dairy'] }],
});
const over = (measure: string, value: number, includesThis = false) => ({
  aggregateKey: 'dairy',
  measure,
  test: { op: 'ge', value },
  includesThis,
});

test('a measure passes its test, its distance has the measure’s unit', () => {
  const facts = bought({ receipts: 4, kopecks: 90_000, skus: 3 });
  assert.equal(checkOf(history, over('receipts', 4), facts), null);
  for (const [measure, value, unit, distance] of [
    ['receipts', 6, 'receipts', 2],
    ['kopecks', 100_000, 'kopecks', 10_000],
    ['skus', 5, 'units', 2],
    ['milli', 700, 'milli', 700],
    ['accruedPoints', 5, 'points', 5],
  ] as const) {
    const missed = checkOf(history, over(measure, value), facts);
    assert.deepEqual(missed?.distance, { unit, value: distance }, measure);
    assert.equal(missed?.code, 'history-too-small');
  }
});

test('this receipt counts when asked for and when it has such goods', () => {
  const facts = bought({ receipts: 1, kopecks: 1000, largestKopecks: 1000, milli: 5 });
  for (const [measure, value] of [
    ['receipts', 2],
    ['kopecks', 11_000],
    ['milli', 2005],
    ['largestKopecks', 10_000],
    ['averageKopecks', 5500],
    ['discountKopecks', 0],
    ['skus', 0],
  ] as const) {
    assert.equal(checkOf(history, over(measure, value, true), facts), null, measure);
    assert.notEqual(checkOf(history, over(measure, value + 1, true), facts), null, measure);
  }
  const bread = bought({ receipts: 1 }, [{}]);
  assert.equal(checkOf(history, over('receipts', 2, true), bread)?.distance?.value, 1);
});

test('the average rounds down, and is 0 without receipts', () => {
  const facts = bought({ receipts: 3, kopecks: 100 });
  assert.equal(checkOf(history, over('averageKopecks', 33), facts), null);
  assert.equal(checkOf(history, over('averageKopecks', 34), facts)?.distance?.value, 1);
  assert.equal(checkOf(history, over('averageKopecks', 1), bought({}))?.distance?.value, 1);
});

test('an unknown history is 0, and a stranger has none', () => {
  const none = { aggregateKey: 'dairy', measure: 'receipts', test: { op: 'eq', value: 0 } };
  assert.equal(checkOf(history, none, aReceipt()), null);
  const anonymous = checkOf(history, none, aReceipt({ member: null }));
  assert.deepEqual([anonymous?.code, anonymous?.distance], ['not-identified', null]);
});
