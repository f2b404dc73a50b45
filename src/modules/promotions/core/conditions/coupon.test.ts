import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { coupon } from './coupon.ts';

test('a coupon counts letter by letter', () => {
  const presented = aReceipt({ coupons: ['SPRING-7'] });
  assert.equal(checkOf(coupon, { couponCodes: ['AUTUMN-1', 'SPRING-7'] }, presented), null);
  assert.equal(checkOf(coupon, { couponCodes: ['spring-7'] }, presented)?.code, 'no-coupon');
  assert.equal(checkOf(coupon, { couponCodes: ['SPRING-7'] }, aReceipt())?.code, 'no-coupon');
});

test('a coupon that cannot be used is told from none', () => {
  const used = aReceipt({ coupons: [{ code: 'SPRING-7', isUsable: false }] });
  const missed = checkOf(coupon, { couponCodes: ['SPRING-7'] }, used);
  assert.deepEqual([missed?.code, missed?.distance], ['coupon-unusable', null]);
});
