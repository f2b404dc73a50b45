import assert from 'node:assert/strict';
import { test } from 'node:test';
import { points } from '#shared/points.ts';
import { aBasket } from '../../testing/basket.ts';
import { aBalance, aReceipt } from '../../testing/builders.ts';
import { availablePoints } from './available-points.ts';
import { pointsColumn } from './points-column.ts';
import { redemptionColumn } from './redemption-column.ts';

const basketOf = (available: number) =>
  aBasket(aReceipt({ balances: { bonus: aBalance(available, { pending: points(40) }) } }));

test('what is available is the balance less what was redeemed and debited here', () => {
  const basket = basketOf(100);
  assert.equal(availablePoints(basket, 'bonus'), 100);
  redemptionColumn(basket, 'bonus').redeemedPoints = 30;
  assert.equal(availablePoints(basket, 'bonus'), 70);
  pointsColumn(basket, 'bonus').debited = 25;
  assert.equal(availablePoints(basket, 'bonus'), 45);
});

test('points earned on this receipt are not available on it', () => {
  const basket = basketOf(100);
  pointsColumn(basket, 'bonus').total = 500;
  assert.equal(availablePoints(basket, 'bonus'), 100);
});

test('a balance that has sunk below what was taken counts as none', () => {
  const basket = basketOf(10);
  pointsColumn(basket, 'bonus').debited = 11;
  assert.equal(availablePoints(basket, 'bonus'), 0);
});

test('currencies have balances of their own, and none without a fact', () => {
  const basket = basketOf(100);
  pointsColumn(basket, 'miles').debited = 60;
  assert.equal(availablePoints(basket, 'bonus'), 100);
  assert.equal(availablePoints(basket, 'miles'), 0);
  assert.equal(availablePoints(basket, 'toString'), 0);
});
