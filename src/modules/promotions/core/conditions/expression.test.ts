import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { expression } from './expression.ts';

const receipt = aReceipt({ lines: [{ priceKopecks: 6000 }] });
const over = (op: string, right: unknown) => ({
  left: { source: 'basket-total:gross' },
  op,
  right,
});

test('two Values are compared as they stand', () => {
  for (const [op, right, isMet] of [
    ['eq', 6000, true],
    ['ne', 6000, false],
    ['lt', 6001, true],
    ['le', 5999, false],
    ['gt', 5999, true],
    ['ge', { times: [3000, 2] }, true],
  ] as const) {
    assert.equal(checkOf(expression, over(op, right), receipt) === null, isMet, op);
  }
});

test('only what should be greater hears how far it is', () => {
  assert.deepEqual(checkOf(expression, over('ge', 7000), receipt)?.distance, {
    unit: 'times',
    value: 1000,
  });
  assert.equal(checkOf(expression, over('gt', 6000), receipt)?.distance?.value, 1);
  assert.equal(checkOf(expression, over('eq', 7000), receipt)?.distance, null);
});

test('it may ask what the promotion selects', () => {
  const params = { left: { source: 'selected-units' }, op: 'ge', right: 1 };
  assert.equal(checkOf(expression, params, receipt), null);
  const nothing = { facts: receipt, select: () => undefined };
  assert.equal(checkOf(expression, params, nothing)?.distance?.value, 1);
});

test('absent facts count as 0', () => {
  const params = { left: { source: 'counter:visits' }, op: 'eq', right: 0 };
  assert.equal(checkOf(expression, params, aReceipt({ member: null })), null);
});
