import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { aboveThreshold } from '../selectors/above-threshold.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { goods } from '../selectors/goods.ts';
import { nPlusM } from '../selectors/n-plus-m.ts';
import { amountOff } from './amount-off.ts';

const offOf = (params: object, wish: TryWish) => givenBy(amountOff, params, wish).off;

test('a sum per unit or kilogram counts pieces and parts of a kilogram, rounded down', () => {
  const lines = [
    { quantityMilli: 3000, priceKopecks: 1000 },
    { quantityMilli: 1555, priceKopecks: 1000, isWeighed: true },
  ];
  for (const per of ['unit', 'kilogram']) {
    assert.deepEqual(offOf({ amountKopecks: 101, per }, { lines }), [303, 157]);
  }
});

test('a sum per unit is never more than the unit costs', () => {
  const lines = [{ quantityMilli: 2000, priceKopecks: 40 }, { grossKopecks: 0 }];
  assert.deepEqual(offOf({ amountKopecks: 100, per: 'unit' }, { lines }), [80, 0]);
  const select: TryWish['select'] = [aboveThreshold, { thresholdKopecks: 50 }];
  assert.deepEqual(offOf({ amountKopecks: 100, per: 'unit' }, { lines, select }), [30, 0]);
});

test('of a line that is selected in part only that part is discounted', () => {
  const wish: TryWish = {
    lines: [{ quantityMilli: 3000, grossKopecks: 10_000 }],
    select: [cheapestUnits, { count: 1 }],
  };
  assert.deepEqual(offOf({ amountKopecks: 100, per: 'unit' }, wish), [100]);
  assert.deepEqual(offOf({ amountKopecks: 9999, per: 'unit' }, wish), [3334]);
});

test('one sum is spread over the selection by price, to the kopeck', () => {
  const wish: TryWish = {
    lines: [{ priceKopecks: 200 }, { priceKopecks: 100 }, { sku: 'tea', priceKopecks: 900 }],
    select: [goods, { skus: ['bread'] }],
  };
  const params = { amountKopecks: 100, per: 'selection' };
  assert.deepEqual(offOf(params, wish), [67, 33, 0]);
  assert.deepEqual(offOf({ ...params, amountKopecks: 9999 }, wish), [200, 100, 0]);
});

test('one sum is spread over each SKU apart', () => {
  const lines = [
    { sku: 'tea', priceKopecks: 200 },
    { sku: 'milk', priceKopecks: 50 },
    { sku: 'tea', priceKopecks: 100 },
  ];
  assert.deepEqual(offOf({ amountKopecks: 60, per: 'sku' }, { lines }), [40, 50, 20]);
});

test('a sum per set comes once for each group of N + M, and once where there are no sets', () => {
  const lines = [{ quantityMilli: 4000, priceKopecks: 100 }];
  const params = { amountKopecks: 30, per: 'set' };
  const pairs = { paidUnits: 1, freeUnits: 1, cheapest: 'of-all' };
  assert.deepEqual(offOf(params, { lines, select: [nPlusM, pairs] }), [60]);
  assert.deepEqual(offOf(params, { lines }), [30]);
});

test('nothing sinks below its floor; a spread sum finds other lines', () => {
  const lines = [{ priceKopecks: 300, minPriceKopecks: 290 }, { priceKopecks: 300 }];
  assert.deepEqual(offOf({ amountKopecks: 50, per: 'unit' }, { lines }), [10, 50]);
  assert.deepEqual(offOf({ amountKopecks: 100, per: 'selection' }, { lines }), [10, 90]);
});

test('a sum per unit may differ by line; one below 0 counts as none', () => {
  const lines = [{ attributes: { rebate: 7 } }, { attributes: { rebate: -7 } }, {}];
  const params = { amountKopecks: { attribute: 'rebate' }, per: 'unit' };
  assert.deepEqual(offOf(params, { lines }), [7, 0, 0]);
});
