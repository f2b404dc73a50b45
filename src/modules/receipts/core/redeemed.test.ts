import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, type Decision, evaluate } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { pointsOf, redeemableMax, redeemedPoints } from './redeemed.ts';

const decision: Decision = {
  ...evaluate(compileRuleSet(1, []), aReceiptFacts()),
  redemptions: [
    {
      currencyCode: 'bonus',
      points: points(5),
      kopecks: kopecks(500),
      redeemablePointsMax: points(9),
    },
  ],
};

test('what a receipt is paid with is the sum over its currencies', () => {
  assert.equal(redeemedPoints(decision), 5);
  assert.equal(redeemableMax(decision), 9);
  assert.equal(pointsOf([]), 0);
});
