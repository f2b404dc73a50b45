import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, remaining } from '../testing/builders.ts';
import { postRepayment, postRepaymentUndone } from './repay.ts';

const lots = [
  aLot({ id: 'a' }),
  aLot({ id: 'b', expiresAt: daysLater(1) }),
  aLot({ id: 'c', activeFrom: daysLater(1) }),
];

test('what can be spent repays what is owed, and the sum of entries stays', () => {
  const posted = postRepayment(aState(lots, { debt: 15 }), aCause());
  assert.deepEqual(remaining(posted), { a: 5, b: 0, c: 10 });
  assert.deepEqual([posted.account.debt, posted.entry?.amount], [0, 0]);
});

test('a repayment takes no more than there is, and none when nothing is owed', () => {
  const posted = postRepayment(aState(lots, { debt: 50 }), aCause());
  assert.deepEqual([posted.account.debt, posted.account.balance], [30, 10]);
  assert.equal(postRepayment(aState(lots), aCause()).entry, null);
  assert.equal(postRepayment(aState([], { debt: 5 }), aCause()).entry, null);
});

test('a repayment undone leaves everything as it was', () => {
  const before = aState(lots, { debt: 15 });
  const posted = postRepayment(before, aCause());
  const shares = posted.entry?.lots.map(({ id, amount }) => ({ id, amount: -amount })) ?? [];
  const undone = postRepaymentUndone(posted, shares, { ...aCause(), memo: 'merge' });
  assert.deepEqual(undone.lots, before.lots);
  assert.deepEqual([undone.account.debt, undone.account.balance], [15, 30]);
  assert.equal(undone.entry?.memo, 'merge');
  assert.equal(postRepaymentUndone(before, [], { ...aCause(), memo: '' }).entry, null);
});
