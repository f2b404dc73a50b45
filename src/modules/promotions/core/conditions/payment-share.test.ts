import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { paymentShare } from './payment-share.ts';

const paid = (card: number, cash: number) =>
  aReceipt({
    payments: [
      { method: 'card', kopecks: kopecks(card) },
      { method: 'cash', kopecks: kopecks(cash) },
    ],
  });
const HALF = { methods: ['card'], minBasisPoints: 5000 };

test('the share is exact to the kopeck', () => {
  assert.equal(checkOf(paymentShare, HALF, paid(50, 50)), null);
  assert.equal(checkOf(paymentShare, HALF, paid(49, 50))?.code, 'wrong-payment-share');
  const third = { methods: ['card'], minBasisPoints: 3333, maxBasisPoints: 3334 };
  assert.equal(checkOf(paymentShare, third, paid(1, 2)), null);
  assert.notEqual(checkOf(paymentShare, third, paid(5_000_000_000_000, 5_000_000_000_000)), null);
});

test('the upper bound belongs to the share', () => {
  const atMostHalf = { methods: ['card'], minBasisPoints: 1, maxBasisPoints: 5000 };
  assert.equal(checkOf(paymentShare, atMostHalf, paid(50, 50)), null);
  assert.notEqual(checkOf(paymentShare, atMostHalf, paid(51, 50)), null);
});

test('nothing paid yet is no share at all', () => {
  assert.equal(checkOf(paymentShare, HALF, aReceipt())?.code, 'wrong-payment-share');
  assert.equal(checkOf(paymentShare, HALF, paid(0, 0))?.distance, null);
});
