import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { couponMask } from './coupon-mask.ts';

const MASKS = { masks: ['P-??', 'Q*'] };

test('a code that matches any mask is enough', () => {
  assert.equal(checkOf(couponMask, MASKS, aReceipt({ coupons: ['X', 'P-17'] })), null);
  assert.equal(checkOf(couponMask, MASKS, aReceipt({ coupons: ['Q'] })), null);
});

test('other codes, unusable ones and none at all miss', () => {
  for (const coupons of [['P-1', 'p-17'], [{ code: 'P-17', isUsable: false }], []]) {
    const missed = checkOf(couponMask, MASKS, aReceipt({ coupons }));
    assert.deepEqual([missed?.code, missed?.distance], ['no-coupon', null]);
  }
});
