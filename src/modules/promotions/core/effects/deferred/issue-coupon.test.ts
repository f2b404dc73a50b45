import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionsOf } from '../../../testing/emissions.ts';
import { issueCoupon } from './issue-coupon.ts';

test('coupons are counted by limits, and have their worth', () => {
  const params = { emissionCode: 'spring', validDays: 14, worthKopecks: 500 };
  const [emission] = emissionsOf(issueCoupon, params);
  assert.equal(emission?.isCoupon, true);
  assert.equal(emission?.worthKopecks, 500);
  assert.equal(
    JSON.stringify(emission?.record),
    '{"effect":"issue-coupon","promotionCode":"ten-off","phase":2,"emissionCode":"spring","quantity":1,"validDays":14}',
  );
});

test('a coupon for each full 40 of the sum', () => {
  const params = { emissionCode: 'spring', per: 'step', perKopecks: 4000 };
  assert.equal(emissionsOf(issueCoupon, params)[0]?.quantity, 2);
});

test('a number below 0 counts as 0, and 0 issues nothing', () => {
  const params = { emissionCode: 'spring', quantity: { minus: [1, 2] } };
  assert.deepEqual(emissionsOf(issueCoupon, params), []);
});
