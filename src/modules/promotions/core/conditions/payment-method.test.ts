import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { paymentMethod } from './payment-method.ts';

const paid = (method: string, amount: number) =>
  aReceipt({ payments: [{ method, kopecks: kopecks(amount) }] });

test('some money by one of the means is enough', () => {
  assert.equal(checkOf(paymentMethod, { methods: ['sbp', 'card'] }, paid('sbp', 1)), null);
});

test('another means, an empty payment and no payment yet do not count', () => {
  for (const facts of [paid('cash', 100), paid('sbp', 0), aReceipt()]) {
    assert.equal(checkOf(paymentMethod, { methods: ['sbp'] }, facts)?.code, 'wrong-payment-method');
  }
});
