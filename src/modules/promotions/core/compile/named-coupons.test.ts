import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNamedCoupons } from './named-coupons.ts';

test('coupons are named at any depth, by code, mask or emission', () => {
  const isNamed = compileNamedCoupons([
    { all: [{ condition: 'coupon', params: { couponCodes: ['A'] } }] },
    { not: { condition: 'coupon-mask', params: { masks: ['B*'] } } },
    { condition: 'coupon-emission', params: { emissionCodes: ['e'] } },
    { condition: 'identified', params: {} },
  ]);
  assert.equal(isNamed('A'), true);
  assert.equal(isNamed('B-2'), true);
  assert.equal(isNamed({ code: 'C', emissionCode: 'e', isUsable: true }), true);
  assert.equal(isNamed('C'), false);
});

test('conditions without coupons name none', () => {
  assert.equal(compileNamedCoupons([])('A'), false);
});
