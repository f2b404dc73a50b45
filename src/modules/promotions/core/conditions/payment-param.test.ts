import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { paymentParam } from './payment-param.ts';

const byCard = (bin: string, amount: number) =>
  aReceipt({
    payments: [{ method: 'card', kopecks: kopecks(amount), params: { bin, months: 4 } }],
  });
const BANK = { param: 'bin', test: { op: 'mask', value: '4276*' } };

test('a payment is known by its bank', () => {
  assert.equal(checkOf(paymentParam, BANK, byCard('427601', 100)), null);
  assert.equal(checkOf(paymentParam, BANK, byCard('533300', 100))?.code, 'wrong-payment-param');
});

test('an empty payment, one without params and none at all do not count', () => {
  const bare = aReceipt({ payments: [{ method: 'card', kopecks: kopecks(5) }] });
  for (const facts of [byCard('427601', 0), bare, aReceipt()]) {
    assert.equal(checkOf(paymentParam, BANK, facts)?.distance, null);
  }
});

test('an absent property passes only what asks for its absence', () => {
  const bare = aReceipt({ payments: [{ method: 'card', kopecks: kopecks(5) }] });
  assert.equal(checkOf(paymentParam, { param: 'bin', test: { op: 'absent' } }, bare), null);
  assert.equal(paymentParam.problems({ param: 'bin', test: { op: 'mask' } }).length, 1);
});
