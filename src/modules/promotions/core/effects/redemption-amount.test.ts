import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenByAll, type TryWish } from '../../testing/try-builders.ts';
import { redemptionColumn } from '../basket/redemption-column.ts';
import { goods } from '../selectors/goods.ts';
import { redemptionAmount } from './redemption-amount.ts';

const lines = [
  { sku: 'a', priceKopecks: 200 },
  { sku: 'b', priceKopecks: 100 },
];
const givenOf = (amounts: readonly unknown[], wish: TryWish = {}) =>
  givenByAll(
    amounts.map((amountKopecks) => [redemptionAmount, { amountKopecks }] as const),
    { lines, ...wish },
  );
const allowed = (amounts: readonly unknown[], wish: TryWish = {}) =>
  givenOf(amounts, wish).redeemable.map(({ bySlice }) => bySlice);

test('points may pay for a sum, spread over the selected goods by price', () => {
  assert.deepEqual(allowed([100]), [[67, 33]]);
  assert.deepEqual(allowed([1]), [[1, 0]]);
  assert.deepEqual(allowed([100], { select: [goods, { skus: ['b'] }] }), [[0, 100]]);
});

test('the sum is never more than the goods cost', () => {
  assert.deepEqual(allowed([9999]), [[200, 100]]);
  assert.deepEqual(allowed([9999], { lines: [{ grossKopecks: 0 }] }), []);
});

test('what promotions before it allowed makes room elsewhere', () => {
  const change: TryWish['change'] = (basket) =>
    redemptionColumn(basket, 'bonus').redeemable.set([190, 0]);
  assert.deepEqual(allowed([100], { change }), [[10, 90]]);
});

test('several sums of one promotion add up to the price at most', () => {
  assert.deepEqual(allowed([100, 50]), [[100, 50]]);
  assert.deepEqual(allowed([200, 200]), [[200, 100]]);
});

test('nothing is taken off for it', () => {
  const { discount, off } = givenOf([100]);
  assert.deepEqual([discount, off], [0, [0, 0]]);
});

test('the sum may be worked out; below 0 it is nothing', () => {
  assert.deepEqual(allowed([{ over: [{ source: 'basket-total:gross' }, 2] }]), [[100, 50]]);
  assert.deepEqual(allowed([{ minus: [1, 2] }]), []);
});
