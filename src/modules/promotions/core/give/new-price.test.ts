import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenIn, type TryWish, trialOf, viewOf } from '../../testing/try-builders.ts';
import { compileValue } from '../value/compile-value.ts';
import { bringDown, gainOfNewPrice } from './new-price.ts';

const compiled = (value: Parameters<typeof compileValue>[0], wish: TryWish = {}) =>
  viewOf(wish, (context) => compileValue(value, context));

test('goods come down to a price per whole unit and say by how much', () => {
  const { ready: price } = compiled(399);
  const trial = trialOf({
    lines: [
      { quantityMilli: 2000, priceKopecks: 500 },
      { priceKopecks: 300 },
      { quantityMilli: 1500, priceKopecks: 500, isWeighed: true },
      { priceKopecks: 500, minPriceKopecks: 450 },
    ],
  });
  const offs = [0, 1, 2, 3].map((place) => bringDown(trial, place, price));
  assert.deepEqual(offs, [202, 0, 151, 50]);
  assert.deepEqual(givenIn(trial).off, [202, 0, 151, 50]);
});

test('a second new price finds only the room that the first has left', () => {
  const trial = trialOf({ lines: [{ priceKopecks: 500 }] });
  assert.equal(bringDown(trial, 0, compiled(200).ready), 300);
  assert.equal(bringDown(trial, 0, compiled(100).ready), 200);
});

test('in a search a unit gains what it becomes cheaper by', () => {
  const { view, ready: price } = compiled(399);
  const { ofUnit, setPrice } = gainOfNewPrice(price);
  const gain = (priceKopecks: number, milli: number) =>
    ofUnit(view.basket, { slice: 0, priceKopecks, milli });
  assert.equal(gain(500, 1000), 101);
  assert.equal(gain(399, 1000), 0);
  assert.equal(gain(300, 1000), 0);
  assert.equal(gain(750, 1500), 151);
  assert.equal(setPrice(view.basket, null), 0);
});

test('a price that differs by line is that of the unit’s own line', () => {
  const lines = [{ attributes: { club: 90 } }, { attributes: { club: -1 } }];
  const { view, ready: price } = compiled({ attribute: 'club' }, { lines });
  const { ofUnit } = gainOfNewPrice(price);
  const gain = (slice: number) => ofUnit(view.basket, { slice, priceKopecks: 100, milli: 1000 });
  assert.deepEqual([gain(0), gain(1)], [10, 100]);
});
