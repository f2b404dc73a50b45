import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf } from '../../testing/builders.ts';
import { sum } from '../basket.ts';
import { receiptAmountOff } from './receipt-amount-off.ts';

const receipt = aReceipt({ lines: [{ priceKopecks: 150_000 }, { priceKopecks: 99_900 }] });
const totalOf = (params: object) => {
  const grant = grantOf(receiptAmountOff, params, receipt);
  return grant?.kind === 'discount' ? sum(grant.kopecksByLine) : -1;
};

test('a sum comes off the receipt once, or off each full step', () => {
  assert.equal(totalOf({ amountKopecks: 10_000 }), 10_000);
  assert.equal(totalOf({ amountKopecks: 10_000, perEachKopecks: 100_000 }), 20_000);
  assert.equal(totalOf({ amountKopecks: 10_000, perEachKopecks: 250_000 }), 0);
});

test('the sum is never more than the goods cost', () => {
  assert.equal(totalOf({ amountKopecks: 500_000 }), 249_900);
  assert.equal(totalOf({ amountKopecks: 10_000_000_000_000, perEachKopecks: 1 }), 249_900);
});
