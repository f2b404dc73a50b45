import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyReading, type PastLine, pastLinesText, readPastLines } from './past-purchases.ts';

const line = (sku: string, some: Partial<PastLine> = {}): PastLine => ({
  ...emptyReading(),
  milli: 1000,
  kopecks: 9_999,
  ...some,
  sku,
});

test('lines of the history are read as they were written', () => {
  const lines = [
    line('bread'),
    line('4600:a-b_c', { milli: -2500, kopecks: -123_456, discountKopecks: 1, accruedPoints: 36 }),
    line('x', { priceKopecks: 10 ** 13, paidPoints: -35 }),
  ];
  const read: PastLine[] = [];
  readPastLines(pastLinesText(lines), emptyReading(), (one) => read.push({ ...one }));
  assert.deepEqual(read, lines);
});

test('no lines are no text', () => {
  readPastLines(pastLinesText([]), emptyReading(), () => assert.fail('there is no line'));
});
