import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { budgetLeft } from './budget-left.ts';

const BUDGET = { limitKey: 'spring/total', minAmount: 1000 };

test('a budget with enough left is met', () => {
  const left = (amount: number) => aReceipt({ limitLeft: { 'spring/total': amount } });
  assert.equal(checkOf(budgetLeft, BUDGET, left(1000)), null);
  const missed = checkOf(budgetLeft, BUDGET, left(999));
  assert.deepEqual([missed?.code, missed?.distance], ['budget-spent', null]);
});

test('a budget that is not known misses', () => {
  assert.equal(checkOf(budgetLeft, BUDGET, aReceipt())?.code, 'budget-spent');
});
