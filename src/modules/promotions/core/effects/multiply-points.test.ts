import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, grantOf, partOf } from '../../testing/builders.ts';
import { openBasket } from '../basket.ts';
import { multiplyPoints } from './multiply-points.ts';

test('a multiplier adds (k − 1) times the points of the selected lines, rounded down', () => {
  const basket = openBasket(aReceipt({ lines: [{}, {}] }));
  basket.points[0] = 7;
  basket.points[1] = 100;
  const grant = grantOf(multiplyPoints, { factorHundredths: 150 }, partOf(basket, [1000, 0]));
  assert.deepEqual(grant, {
    kind: 'points',
    points: 3,
    weights: [7, 0],
    lifetime: { activeAfterDays: 0, lifetimeDays: null },
  });
});

test('without points before it a multiplier gives none', () => {
  const grant = grantOf(multiplyPoints, { factorHundredths: 500 }, aReceipt());
  assert.equal(grant?.kind === 'points' && grant.points, 0);
});
