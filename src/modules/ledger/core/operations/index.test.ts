import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOperation, OPERATIONS } from './index.ts';

test('every operation is found by its kind, and each kind is one', () => {
  const kinds = OPERATIONS.map((operation) => operation.kind);
  assert.equal(new Set(kinds).size, kinds.length);
  for (const operation of OPERATIONS) assert.equal(findOperation(operation.kind), operation);
  assert.equal(findOperation('conjure'), undefined);
});

test('every kind of the ledger is there', () => {
  const kinds = [
    ...['earn', 'spend', 'hold', 'capture', 'release', 'take-back', 'give-back', 'credit'],
    ...['debit', 'purchase', 'transfer-out', 'transfer-in', 'transfer-back', 'settle'],
    ...['exchange', 'reactivate', 'extend', 'activate', 'suspend-expiry', 'merge-out', 'merge-in'],
    ...['unmerge-out', 'unmerge-in', 'reject', 'expire', 'lapse', 'repay'],
  ];
  assert.deepEqual(OPERATIONS.map((operation) => operation.kind).sort(), kinds.sort());
});
