import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { goods } from '../selectors/goods.ts';
import { roundDownTotal } from './round-down-total.ts';

const lines = [
  { sku: 'a', priceKopecks: 1099 },
  { sku: 'b', priceKopecks: 80 },
];
const offOf = (stepKopecks: number, wish: TryWish = { lines }) =>
  givenBy(roundDownTotal, { stepKopecks }, wish).off;

test('what the whole receipt exceeds full steps by comes off, spread by price', () => {
  // 1,179 exceeds 1,100 by 79: 73.64 and 5.36.
  assert.deepEqual(offOf(100), [74, 5]);
  assert.deepEqual(offOf(1000), [167, 12]);
  assert.deepEqual(offOf(1179), [0, 0]);
});

test('the selected goods bear it, for the whole receipt', () => {
  assert.deepEqual(offOf(100, { lines, select: [goods, { skus: ['a'] }] }), [79, 0]);
  assert.deepEqual(offOf(100, { lines, select: [goods, { skus: ['b'] }] }), [0, 79]);
});

test('it is all or nothing: goods that have too little room leave the total as it is', () => {
  assert.deepEqual(offOf(1000, { lines, select: [goods, { skus: ['b'] }] }), [0, 0]);
  const floored = [{ priceKopecks: 1099, minPriceKopecks: 1001 }, { isNonDiscountable: true }];
  assert.deepEqual(offOf(100, { lines: floored }), [0, 0]);
  const roomy = [{ priceKopecks: 1099, minPriceKopecks: 1000 }, { isNonDiscountable: true }];
  assert.deepEqual(offOf(100, { lines: roomy }), [99, 0]);
});

test('the price as it stands is rounded, not the full one', () => {
  const change: TryWish['change'] = ({ slices }) => slices.price.set([1003, 0]);
  assert.equal(givenBy(roundDownTotal, { stepKopecks: 10 }, { lines, change }).discount, 3);
});
