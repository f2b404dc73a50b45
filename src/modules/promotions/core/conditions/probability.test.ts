import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { probability } from './probability.ts';

test('a lot is drawn once per receipt and comes out as often as promised', () => {
  const chance = { chanceBasisPoints: 2500 };
  const plain = aReceipt();
  let drawn = 0;
  for (let i = 0; i < 4000; i += 1) {
    const receipt = { ...plain, receiptId: `receipt-${i}` };
    const first = checkOf(probability, chance, receipt);
    assert.equal(checkOf(probability, chance, receipt)?.code, first?.code);
    if (first === null) drawn += 1;
  }
  assert.ok(drawn > 900 && drawn < 1100, String(drawn));
});

test('a sure chance is always met', () => {
  assert.equal(checkOf(probability, { chanceBasisPoints: 10_000 }, aReceipt()), null);
});
