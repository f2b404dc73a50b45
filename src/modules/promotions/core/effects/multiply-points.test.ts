import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, type TryWish } from '../../testing/try-builders.ts';
import { pointsColumn } from '../basket/points-column.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { goods } from '../selectors/goods.ts';
import { multiplyPoints } from './multiply-points.ts';

const lines = [{ sku: 'a' }, { sku: 'b' }];
const change: TryWish['change'] = (basket) => {
  const bonus = pointsColumn(basket, 'bonus');
  bonus.earned.set([7, 100]);
  bonus.base.set([17, 110]);
  bonus.all.set([27, 120]);
};
const pointsOf = (params: object, wish: TryWish = {}) =>
  givenBy(multiplyPoints, params, { lines, change, ...wish }).points.map(
    ({ currencyCode, points, bySlice }) => [currencyCode, points, bySlice],
  );

test('a multiplier adds (k − 1) times the points that were earned, rounded down once', () => {
  assert.deepEqual(pointsOf({ factorHundredths: 150 }), [['bonus', 53, [3, 50]]]);
  assert.deepEqual(pointsOf({ factorHundredths: 300 }), [['bonus', 214, [14, 200]]]);
  assert.deepEqual(pointsOf({ factorHundredths: 101 }), [['bonus', 1, [0, 1]]]);
});

test('all points so far are multiplied: those of the group’s beginning, or of now in a chain', () => {
  const params = { factorHundredths: 200, mode: 'multiply' };
  assert.deepEqual(pointsOf(params), [['bonus', 127, [17, 110]]]);
  assert.deepEqual(pointsOf(params, { usesBase: false }), [['bonus', 147, [27, 120]]]);
  assert.deepEqual(pointsOf({ factorHundredths: 200 }, { usesBase: false }), [
    ['bonus', 107, [7, 100]],
  ]);
});

test('only points of the selected units are multiplied', () => {
  const factor = { factorHundredths: 150 };
  assert.deepEqual(pointsOf(factor, { select: [goods, { skus: ['a'] }] }), [['bonus', 3, [3, 0]]]);
  const three = [{ quantityMilli: 3000 }];
  const earned: TryWish['change'] = (basket) => pointsColumn(basket, 'bonus').earned.set([11]);
  const select: TryWish['select'] = [cheapestUnits, { count: 1 }];
  assert.deepEqual(pointsOf({ factorHundredths: 200 }, { lines: three, change: earned, select }), [
    ['bonus', 4, [4]],
  ]);
});

test('each currency is multiplied apart, by code, unless one is named', () => {
  const both: TryWish['change'] = (basket) => {
    pointsColumn(basket, 'miles').earned.set([5, 0]);
    pointsColumn(basket, 'bonus').earned.set([0, 9]);
  };
  assert.deepEqual(pointsOf({ factorHundredths: 150 }, { change: both }), [
    ['bonus', 4, [0, 4]],
    ['miles', 2, [2, 0]],
  ]);
  assert.deepEqual(pointsOf({ factorHundredths: 150, currencyCode: 'miles' }, { change: both }), [
    ['miles', 2, [2, 0]],
  ]);
});

test('without points before it a multiplier gives none; a factor below 1 takes none', () => {
  assert.deepEqual(pointsOf({ factorHundredths: 500 }, { change: () => {} }), []);
  assert.deepEqual(pointsOf({ factorHundredths: { minus: [50, 0] } }), []);
});
