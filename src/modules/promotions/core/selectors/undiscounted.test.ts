import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { type Picked, pickOf, type TryWish } from '../../testing/try-builders.ts';
import { type Basket, STAGE_INITIAL } from '../basket/basket.ts';
import { undiscounted } from './undiscounted.ts';

const lines = [{ sku: 'bread' }, { sku: 'milk' }, { sku: 'tea', quantityMilli: 2000 }];
const after = (prices: readonly number[]) => (basket: Basket) => {
  basket.stage = STAGE_INITIAL;
  basket.slices.initial.set([10_000, 10_000, 20_000]);
  basket.slices.price.set(prices);
};
const targetsOf = (params: object, wish: TryWish): Picked['targets'] =>
  pickOf(undiscounted, params, { lines, ...wish }).targets;

test('goods that are already cheaper by a kopeck are passed over', () => {
  const change = after([9999, 10_000, 20_000]);
  assert.deepEqual(targetsOf({}, { change }), [0, 1, 2]);
  assert.deepEqual(targetsOf({ skus: ['tea', 'bread'] }, { change }), [0, 0, 2]);
});

test('a price above the initial one, as a cut leaves it, is no discount', () => {
  assert.deepEqual(targetsOf({}, { change: after([10_001, 10_000, 0]) }), [1, 1, 0]);
});

test('while phase 1 plays nothing is discounted: its prices become the initial ones', () => {
  const change = (basket: Basket) => basket.slices.price.set([500, 500, 500]);
  assert.deepEqual(targetsOf({}, { change }), [1, 1, 2]);
});

test('a discount of the till counts, unless the programme ignores it', () => {
  const tilled = [{ externalDiscountKopecks: kopecks(1) }, {}];
  assert.deepEqual(targetsOf({}, { lines: tilled }), [0, 1]);
  const settings = { externalDiscount: 'ignored' } as const;
  assert.deepEqual(targetsOf({}, { lines: tilled, settings }), [1, 1]);
});
