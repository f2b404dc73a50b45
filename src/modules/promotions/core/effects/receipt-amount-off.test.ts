import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { goods } from '../selectors/goods.ts';
import { receiptAmountOff } from './receipt-amount-off.ts';

const lines = [
  { sku: 'a', priceKopecks: 150_000 },
  { sku: 'b', priceKopecks: 99_900 },
];
const discountOf = (params: object, wish: TryWish = { lines }) =>
  givenBy(receiptAmountOff, params, wish).discount;

test('a sum comes off the receipt once, or off each full step', () => {
  assert.equal(discountOf({ amountKopecks: 10_000 }), 10_000);
  assert.equal(discountOf({ amountKopecks: 10_000, perEachKopecks: 100_000 }), 20_000);
  assert.equal(discountOf({ amountKopecks: 10_000, perEachKopecks: 249_900 }), 10_000);
  assert.equal(discountOf({ amountKopecks: 10_000, perEachKopecks: 249_901 }), 0);
});

test('steps are counted on the selected goods only', () => {
  const wish: TryWish = { lines, select: [goods, { skus: ['b'] }] };
  const params = { amountKopecks: 100, perEachKopecks: 50_000 };
  assert.deepEqual(givenBy(receiptAmountOff, params, wish).off, [0, 100]);
});

test('the sum is spread by price, and what has no room finds other lines', () => {
  const three = [
    { priceKopecks: 20_000 },
    { priceKopecks: 9000, minPriceKopecks: 8500 },
    { priceKopecks: 1000 },
  ];
  const { off } = givenBy(receiptAmountOff, { amountKopecks: 10_000 }, { lines: three });
  assert.deepEqual(off, [9048, 500, 452]);
});

test('the sum is never more than the goods cost, however large it is', () => {
  assert.equal(discountOf({ amountKopecks: 500_000 }), 249_900);
  assert.equal(discountOf({ amountKopecks: 10_000_000_000_000, perEachKopecks: 1 }), 249_900);
  assert.equal(discountOf({ amountKopecks: 1 }, { lines: [{ grossKopecks: 0 }] }), 0);
});
