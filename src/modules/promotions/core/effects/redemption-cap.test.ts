import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenByAll, type TryWish } from '../../testing/try-builders.ts';
import { redemptionColumn } from '../basket/redemption-column.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { goods } from '../selectors/goods.ts';
import { redemptionCap } from './redemption-cap.ts';

const lines = [
  { sku: 'a', priceKopecks: 333 },
  { sku: 'b', priceKopecks: 334 },
];
const allowed = (shares: readonly number[], wish: TryWish = {}) =>
  givenByAll(
    shares.map((shareBasisPoints) => [redemptionCap, { shareBasisPoints }] as const),
    { lines, ...wish },
  ).redeemable.map(({ currencyCode, bySlice }) => [currencyCode, ...bySlice]);

test('points may pay for a share of the selected goods, rounded down on their total', () => {
  // Half of 667 is 333: 166.25 and 166.75.
  assert.deepEqual(allowed([5000]), [['bonus', 166, 167]]);
  assert.deepEqual(allowed([5000], { select: [goods, { skus: ['a'] }] }), [['bonus', 166, 0]]);
  assert.deepEqual(allowed([1], { lines: [{ priceKopecks: 9999 }] }), []);
});

test('what several effects allow adds up, as far as the price goes', () => {
  assert.deepEqual(allowed([5000, 2500]), [['bonus', 249, 250]]);
  assert.deepEqual(allowed([8000, 8000]), [['bonus', 333, 334]]);
});

test('what promotions before it allowed leaves less of the price', () => {
  const change: TryWish['change'] = (basket) =>
    redemptionColumn(basket, 'bonus').redeemable.set([300, 0]);
  assert.deepEqual(allowed([5000], { change }), [['bonus', 33, 167]]);
});

test('the share is of the price as it stands, of the selected units', () => {
  const change: TryWish['change'] = ({ slices }) => slices.price.set([100, 200]);
  assert.deepEqual(allowed([5000], { change }), [['bonus', 50, 100]]);
  const three = [{ quantityMilli: 3000, grossKopecks: 10_000 }];
  const select: TryWish['select'] = [cheapestUnits, { count: 1 }];
  assert.deepEqual(allowed([10_000], { lines: three, select }), [['bonus', 3334]]);
});

test('a currency may be named', () => {
  const params = { shareBasisPoints: 10_000, currencyCode: 'miles' };
  const { redeemable } = givenByAll([[redemptionCap, params]], { lines });
  assert.deepEqual(redeemable, [{ currencyCode: 'miles', bySlice: [333, 334] }]);
});
