import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countAnswer,
  countExpected,
  countUnexpected,
  openTally,
  percentile,
  summaryOf,
} from './tally.ts';

const answer = { status: 200, text: '{}', isReplay: false, ms: 5, slowdowns: 0 };

test('the median of one to a hundred is fifty, the 99th percentile ninety-nine', () => {
  const values = Array.from({ length: 100 }, (_, place) => place + 1);
  assert.equal(percentile(values, 50), 50);
  assert.equal(percentile(values, 99), 99);
  assert.equal(percentile([], 99), 0);
  assert.equal(percentile([7], 1), 7);
});

test('being asked to slow down is counted and is not a refusal', () => {
  const tally = openTally();
  countAnswer(tally, { ...answer, slowdowns: 3 });
  const summary = summaryOf(tally, 1000);
  assert.equal(summary.rateLimited, 3);
  assert.equal(summary.unexpectedRefusals, 0);
});

test('foreseen refusals are listed and do not fail the run', () => {
  const tally = openTally();
  countExpected(tally, 'unknown-card');
  countExpected(tally, 'unknown-card');
  countUnexpected(tally, 'insufficient-points', 'body');
  countUnexpected(tally, 'unknown-card', 'body');
  const summary = summaryOf(tally, 1000);
  assert.deepEqual(summary.refusalsByCode, { 'unknown-card': 3, 'insufficient-points': 1 });
  assert.equal(summary.unexpectedRefusals, 2);
});

test('receipts per second are told to a tenth', () => {
  const tally = openTally();
  tally.receipts = 2400;
  assert.equal(summaryOf(tally, 7000).receiptsPerSecond, 342.8);
});
