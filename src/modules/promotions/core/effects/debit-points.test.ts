import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBalance, aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide, pointsOf } from '../../testing/decide.ts';
import { givenByAll } from '../../testing/try-builders.ts';
import { debitPointsEffect } from './debit-points.ts';

const balances = { bonus: aBalance(100), miles: aBalance(7) };
const taken = (...params: readonly object[]) =>
  givenByAll(
    params.map((one) => [debitPointsEffect, one] as const),
    { facts: aReceipt({ balances }) },
  ).points.map(({ currencyCode, points, bySlice }) => [currencyCode, points, bySlice]);

test('points are taken from the balance, as many as there are, on no line', () => {
  assert.deepEqual(taken({ points: 70 }), [['bonus', -70, [0]]]);
  assert.deepEqual(taken({ points: 170 }), [['bonus', -100, [0]]]);
  assert.deepEqual(taken({ points: 170, currencyCode: 'miles' }), [['miles', -7, [0]]]);
  assert.deepEqual(taken({ points: 1, currencyCode: 'stars' }), []);
});

test('earlier effects of the promotion have taken from the same balance', () => {
  assert.deepEqual(taken({ points: 70 }, { points: 70 }, { points: 70 }), [
    ['bonus', -70, [0]],
    ['bonus', -30, [0]],
  ]);
});

test('what pays for the receipt and what others took is not there any more', () => {
  const debit = (code: string, points: number) =>
    aPromotion({ code, phase: 8, then: [{ effect: 'debit-points', params: { points } }] });
  const pay = aPromotion({
    code: 'pay',
    phase: 7,
    then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 10_000 } }],
  });
  const facts = aReceipt({ balances, spend: 50, available: 100 });
  const decision = decide([pay, debit('a', 30), debit('b', 30)], facts);
  assert.deepEqual(pointsOf(decision), [
    ['a', -30],
    ['b', -20],
  ]);
});

test('it needs no goods', () => {
  assert.equal(debitPointsEffect.worksWithoutGoods({ points: 1 }), true);
});
