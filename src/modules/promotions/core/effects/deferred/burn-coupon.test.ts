import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../../testing/builders.ts';
import { recordsOf } from '../../../testing/emissions.ts';
import { burnCoupon } from './burn-coupon.ts';

const WHEN = [
  { condition: 'coupon', params: { couponCodes: ['B-1'] } },
  { any: [{ not: { condition: 'coupon-mask', params: { masks: ['A-*'] } } }] },
  { condition: 'coupon-emission', params: { emissionCodes: ['spring'], kind: 'personal' } },
];
const COUPONS = [
  'B-1',
  'A-7',
  'A-7',
  'C-3',
  { code: 'A-1', isUsable: false },
  { code: 'D-4', emissionCode: 'spring', kind: 'personal', isUsable: true },
  { code: 'E-5', emissionCode: 'spring', kind: 'public', isUsable: true },
] as const;

test('the usable coupons that the promotion’s own conditions name are burnt, by code', () => {
  const records = recordsOf(
    burnCoupon,
    {},
    { facts: aReceipt({ coupons: COUPONS }), promotion: aPromotion({ when: WHEN }) },
  );
  const opening = { effect: 'burn-coupon', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(records, [
    { ...opening, couponCode: 'A-7' },
    { ...opening, couponCode: 'B-1' },
    { ...opening, couponCode: 'D-4' },
  ]);
});

test('a coupon that is named is burnt whether or not it was presented', () => {
  assert.partialDeepStrictEqual(recordsOf(burnCoupon, { couponCode: 'X' }), [{ couponCode: 'X' }]);
});

test('nothing presented is nothing burnt', () => {
  assert.deepEqual(recordsOf(burnCoupon, {}, { promotion: aPromotion({ when: WHEN }) }), []);
});
