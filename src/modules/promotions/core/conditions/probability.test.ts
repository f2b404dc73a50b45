import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { probability } from './probability.ts';

test('a lot is drawn once per receipt and comes out as often as promised', () => {
  const chance = { chanceBasisPoints: 2500 };
  let drawn = 0;
  for (let i = 0; i < 2000; i += 1) {
    const receipt = aReceipt({ receiptId: `receipt-${i}` });
    const first = checkOf(probability, chance, receipt);
    assert.equal(checkOf(probability, chance, receipt)?.code, first?.code);
    if (first === null) drawn += 1;
  }
  assert.ok(drawn > 430 && drawn < 570, String(drawn));
});

test('a sure chance is always met, and there is no distance to luck', () => {
  assert.equal(checkOf(probability, { chanceBasisPoints: 10_000 }, aReceipt()), null);
  const missed = checkOf(probability, { chanceBasisPoints: 1 }, aReceipt());
  assert.deepEqual([missed?.code, missed?.distance], ['not-drawn', null]);
});

test('the second chance of a promotion draws a lot of its own', () => {
  const half = { chanceBasisPoints: 5000 };
  const answers = Array.from({ length: 40 }, (_, i) => {
    const facts = aReceipt({ receiptId: `receipt-${i}` });
    const first = checkOf(probability, half, { facts, draw: 0 });
    return first === null ? null : checkOf(probability, half, { facts, draw: 1 });
  });
  assert.ok(answers.some((answer) => answer !== null));
});
