import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { goods } from '../selectors/goods.ts';
import { earnPerAmount } from './earn-per-amount.ts';

const lines = [
  { sku: 'a', priceKopecks: 5999 },
  { sku: 'b', priceKopecks: 4001 },
];
const pointsOf = (params: object, wish: TryWish = { lines }) =>
  givenBy(earnPerAmount, { points: 3, perKopecks: 10_000, ...params }, wish).points;

test('points come for full steps of the selected goods together, shared by price', () => {
  const [grant] = pointsOf({});
  assert.equal(grant?.points, 3);
  assert.deepEqual(grant?.bySlice, [2, 1]);
  assert.equal(pointsOf({ perKopecks: 5000 })[0]?.points, 6);
  assert.equal(pointsOf({ perKopecks: 1 })[0]?.points, 30_000);
});

test('less than a step gives nothing', () => {
  assert.deepEqual(pointsOf({ perKopecks: 10_001 }), []);
  assert.deepEqual(pointsOf({}, { lines, select: [goods, { skus: ['a'] }] }), []);
});

test('steps are of what remains to be paid unless another sum is named', () => {
  const wish: TryWish = { lines, change: ({ slices }) => slices.paid.set([1, 0]) };
  assert.deepEqual(pointsOf({}, wish), []);
  assert.equal(pointsOf({ base: 'after-discounts' }, wish)[0]?.points, 3);
});

test('a total never exceeds 10¹³', () => {
  const most = 10_000_000_000_000;
  assert.equal(pointsOf({ points: most, perKopecks: 1 })[0]?.points, most);
});
