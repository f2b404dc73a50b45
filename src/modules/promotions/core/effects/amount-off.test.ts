import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { amountOff } from './amount-off.ts';

const discountOf = (params: object, lines: readonly object[], selection?: readonly number[]) => {
  const grant = grantOf(amountOff, params, partOf(aReceipt({ lines }), selection));
  return grant?.kind === 'discount' ? grant.kopecksByLine : null;
};

test('a sum per unit counts pieces and parts of a kilogram', () => {
  const lines = [
    { quantityMilli: 3000, priceKopecks: 1000 },
    { quantityMilli: 1555, priceKopecks: 1000 },
  ];
  assert.deepEqual(discountOf({ amountKopecks: 101, per: 'unit' }, lines), [303, 157]);
});

test('a sum per unit is never more than the unit costs', () => {
  const lines = [{ quantityMilli: 2000, priceKopecks: 40 }];
  assert.deepEqual(discountOf({ amountKopecks: 100, per: 'unit' }, lines), [80]);
});

test('one sum is spread over the selection by price, to the kopeck', () => {
  const lines = [{ priceKopecks: 200 }, { priceKopecks: 100 }, { priceKopecks: 900 }];
  const params = { amountKopecks: 100, per: 'selection' };
  assert.deepEqual(discountOf(params, lines, [1000, 1000, 0]), [67, 33, 0]);
  assert.deepEqual(discountOf({ ...params, amountKopecks: 9999 }, lines), [200, 100, 900]);
});
