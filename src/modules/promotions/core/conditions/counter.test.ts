import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCounter, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { counter } from './counter.ts';

const counted = (value: number, more = {}) =>
  aReceipt({ counters: { visits: aCounter(value, more) } });
const FIVE = { counterCode: 'visits', test: { op: 'ge', value: 5 } };

test('a counter that reached its goal is met', () => {
  assert.equal(checkOf(counter, FIVE, counted(5)), null);
  const missed = checkOf(counter, FIVE, counted(3));
  assert.equal(missed?.code, 'count-too-low');
  assert.deepEqual(missed?.distance, { unit: 'times', value: 2 });
});

test('each fifth counts from the counter’s own number', () => {
  const each = { counterCode: 'visits', test: { op: 'every', value: 5 } };
  assert.equal(checkOf(counter, each, counted(10)), null);
  assert.equal(checkOf(counter, each, counted(11))?.distance?.value, 4);
  assert.equal(checkOf(counter, each, counted(0))?.distance?.value, 5);
});

test('changes and sums are measures of their own', () => {
  const changed = counted(0, { changes: 5, sum: 9 });
  assert.equal(checkOf(counter, { ...FIVE, measure: 'changes' }, changed), null);
  assert.equal(checkOf(counter, { ...FIVE, measure: 'sum' }, changed), null);
});

test('an unknown counter is 0, for a stranger too', () => {
  const anonymous = aReceipt({ member: null });
  assert.equal(checkOf(counter, FIVE, anonymous)?.distance?.value, 5);
  const none = { counterCode: 'visits', test: { op: 'eq', value: 0 } };
  assert.equal(checkOf(counter, none, anonymous), null);
});
