import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { nPlusM } from '../selectors/n-plus-m.ts';
import { earnFixed } from './earn-fixed.ts';

const lines = [
  { sku: 'tea', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'cheese', quantityMilli: 1350, priceKopecks: 200, isWeighed: true },
  { sku: 'tea', priceKopecks: 0 },
];
const grantOf = (params: object, wish: TryWish = { lines }) => {
  const [grant] = givenBy(earnFixed, { points: 10, ...params }, wish).points;
  return grant === undefined ? null : [grant.points, grant.bySlice];
};

test('points come once, or for each of something', () => {
  assert.deepEqual(grantOf({ per: 'receipt' }), [10, [5, 5, 0]]);
  assert.deepEqual(grantOf({ per: 'unit' }), [50, [30, 10, 10]]);
  assert.deepEqual(grantOf({ per: 'sku' }), [20, [11, 9, 0]]);
  assert.deepEqual(grantOf({ per: 'line' }), [30, [16, 14, 0]]);
  // 5.35 kg, shared by weight.
  assert.deepEqual(grantOf({ per: 'kilogram' }), [53, [30, 13, 10]]);
});

test('points per set come for each group of N + M, and once where there are no sets', () => {
  const select: TryWish['select'] = [nPlusM, { paidUnits: 1, freeUnits: 1, cheapest: 'of-all' }];
  assert.deepEqual(grantOf({ per: 'set' }, { lines, select })?.[0], 20);
  assert.deepEqual(grantOf({ per: 'set' })?.[0], 10);
});

test('only what is selected counts', () => {
  const select: TryWish['select'] = [cheapestUnits, { count: 2 }];
  assert.deepEqual(grantOf({ per: 'unit' }, { lines, select }), [20, [10, 0, 10]]);
  assert.deepEqual(grantOf({ per: 'line' }, { lines, select }), [20, [20, 0, 0]]);
  assert.deepEqual(grantOf({ per: 'sku' }, { lines, select }), [10, [10, 0, 0]]);
});

test('goods that cost nothing share by full price, or by quantity when that is 0 too', () => {
  const change: TryWish['change'] = ({ slices }) => slices.price.set([0, 0]);
  const two = [{ quantityMilli: 2000, priceKopecks: 100 }, { priceKopecks: 100 }];
  assert.deepEqual(grantOf({ per: 'receipt', points: 9 }, { lines: two, change }), [9, [6, 3]]);
  const free = [{ quantityMilli: 2000, grossKopecks: 0 }, { grossKopecks: 0 }];
  assert.deepEqual(grantOf({ per: 'receipt', points: 9 }, { lines: free }), [9, [6, 3]]);
});

test('points per unit and kilogram may differ by line', () => {
  const differing = [
    { quantityMilli: 3000, attributes: { extra: 5 } },
    { quantityMilli: 1350, attributes: { extra: 10 }, isWeighed: true },
    { attributes: { extra: -4 } },
  ];
  const points = { attribute: 'extra' };
  assert.deepEqual(grantOf({ points, per: 'unit' }, { lines: differing }), [25, [15, 10, 0]]);
  assert.deepEqual(grantOf({ points, per: 'kilogram' }, { lines: differing }), [28, [15, 13, 0]]);
});

test('on an event without goods only points per receipt come', () => {
  assert.equal(earnFixed.worksWithoutGoods({ points: 1, per: 'receipt' }), true);
  assert.equal(earnFixed.worksWithoutGoods({ points: 1, per: 'line' }), false);
});
