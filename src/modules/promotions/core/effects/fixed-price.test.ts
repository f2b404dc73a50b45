import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { fixedPrice } from './fixed-price.ts';

const offOf = (priceKopecks: unknown, wish: TryWish) =>
  givenBy(fixedPrice, { priceKopecks }, wish).off;

test('a line comes down to the price, and never goes up to it', () => {
  const lines = [
    { quantityMilli: 2000, priceKopecks: 500 },
    { priceKopecks: 300 },
    { priceKopecks: 399 },
    { quantityMilli: 1500, priceKopecks: 500, isWeighed: true },
  ];
  // 1.5 kg at 3.99 is 5.985, so 5.99.
  assert.deepEqual(offOf(399, { lines }), [202, 0, 0, 151]);
});

test('a price of 0 is a gift, down to the floor', () => {
  const lines = [{ priceKopecks: 300 }, { priceKopecks: 300, minPriceKopecks: 100 }];
  assert.deepEqual(offOf(0, { lines }), [300, 200]);
});

test('one unit of three has the price, the others keep theirs', () => {
  const lines = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
  assert.deepEqual(offOf(3000, { lines, select: [cheapestUnits, { count: 1 }] }), [334]);
});

test('the price may be the member’s own or stand on the goods', () => {
  const lines = [{ attributes: { club: 90 }, priceKopecks: 100 }, { priceKopecks: 100 }];
  assert.deepEqual(offOf({ attribute: 'club' }, { lines }), [10, 100]);
});

test('the promotion that was first has lowered what is left to lower', () => {
  const lines = [{ priceKopecks: 1000 }];
  const change: TryWish['change'] = ({ slices }) => slices.price.set([700]);
  assert.deepEqual(offOf(600, { lines, change }), [400]);
  assert.deepEqual(offOf(600, { lines, change, usesBase: false }), [100]);
});
