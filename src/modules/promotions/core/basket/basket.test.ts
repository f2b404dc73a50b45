import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aLine, aReceipt, type LineWish } from '../../testing/builders.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import { earnedPoints, hasApplied, redeemedPoints, unitsOf, variableOf } from './basket.ts';
import { newBasket } from './open-basket.ts';
import { pointsColumn } from './points-column.ts';
import { redemptionColumn } from './redemption-column.ts';

test('whole pieces are counted, everything else is one unit', () => {
  const cases: readonly (readonly [LineWish, number])[] = [
    [{ quantityMilli: 1000 }, 1],
    [{ quantityMilli: 12_000 }, 12],
    [{ quantityMilli: 2500 }, 1],
    [{ quantityMilli: 1 }, 1],
    [{ quantityMilli: 350, isWeighed: true }, 1],
    [{ quantityMilli: 3000, isWeighed: true }, 1],
  ];
  for (const [wish, units] of cases) {
    assert.equal(unitsOf(aLine(wish)), units, JSON.stringify(wish));
  }
});

test('a promotion has applied when its number is marked; an unknown one never has', () => {
  const numberOf = new Map([
    ['a', 0],
    ['b', 1],
  ]);
  const basket = newBasket(newGoodsRegistry().planOf([]), numberOf);
  basket.applied[1] = 1;
  assert.equal(hasApplied(basket, 'a'), false);
  assert.equal(hasApplied(basket, 'b'), true);
  assert.equal(hasApplied(basket, 'c'), false);
});

test('variables that nobody has set are 0', () => {
  const basket = aBasket(aReceipt());
  basket.variables.set('mood', -3);
  assert.equal(variableOf(basket, 'mood'), -3);
  assert.equal(variableOf(basket, 'toString'), 0);
});

test('points are known by currency, and are 0 where there are none', () => {
  const basket = aBasket(aReceipt());
  assert.equal(earnedPoints(basket, 'bonus'), 0);
  assert.equal(redeemedPoints(basket, 'bonus'), 0);
  pointsColumn(basket, 'bonus').total = 7;
  redemptionColumn(basket, 'miles').redeemedPoints = 5;
  assert.deepEqual([earnedPoints(basket, 'bonus'), earnedPoints(basket, 'miles')], [7, 0]);
  assert.deepEqual([redeemedPoints(basket, 'bonus'), redeemedPoints(basket, 'miles')], [0, 5]);
});
