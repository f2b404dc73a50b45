import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { nthPurchase } from './nth-purchase.ts';

const after = (purchasesBefore: number) => aReceipt({ member: aMember({ purchasesBefore }) });

test('each fifth purchase comes again, the fifth alone does not', () => {
  for (const [before, mode, code] of [
    [4, 'each', undefined],
    [9, 'each', undefined],
    [5, 'each', 'not-nth-purchase'],
    [4, 'once', undefined],
    [9, 'once', 'nth-purchase-passed'],
    [0, 'once', 'not-nth-purchase'],
  ] as const) {
    assert.equal(checkOf(nthPurchase, { number: 5, mode }, after(before))?.code, code);
  }
});

test('the member hears how many purchases are missing', () => {
  const missed = checkOf(nthPurchase, { number: 5 }, after(6));
  assert.deepEqual(missed?.distance, { unit: 'receipts', value: 3 });
  const first = checkOf(nthPurchase, { number: 5, mode: 'once' }, after(0));
  assert.equal(first?.distance?.value, 4);
});

test('an anonymous purchase is never the n-th', () => {
  const missed = checkOf(nthPurchase, { number: 1, mode: 'each' }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
});
