import assert from 'node:assert/strict';
import { test } from 'node:test';
import { couponCode, isRepeated, isUsable } from './coupons.ts';

const bad = { code: 'A', isUsable: false };

test('a plain code is a usable coupon', () => {
  assert.equal(couponCode('A'), 'A');
  assert.equal(couponCode(bad), 'A');
  assert.deepEqual([isUsable('A'), isUsable(bad)], [true, false]);
});

test('a code repeats only a usable one before it', () => {
  const list = [bad, 'A', 'B', { code: 'A', isUsable: true }];
  assert.deepEqual(
    list.map((_, place) => isRepeated(list, place)),
    [false, false, false, true],
  );
});
