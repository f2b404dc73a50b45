import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, evaluate } from '#modules/promotions/core/index.ts';
import { NO_POINTS, points } from '#shared/points.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { debitsWithin } from './debits.ts';

const ruleSet = compileRuleSet(1, []);
const plain = evaluate(ruleSet, aReceiptFacts());

/** A decision that takes so many points, one promotion after another, the last of them in a sub-event. */
function taking(...asked: readonly number[]) {
  const accruals = asked.map((each, place) => ({
    promotionCode: `p${place}`,
    currencyCode: 'bonus',
    points: points(-each),
    activeFrom: aReceiptFacts().occurredAt,
    expiresAt: null,
    byLine: [],
  }));
  const child = { ...plain, accruals: accruals.slice(-1) };
  return { ...plain, accruals: accruals.slice(0, -1), children: [child] };
}

const balance = (available: number) => ({
  bonus: {
    available: points(available),
    pending: NO_POINTS,
    expiring: NO_POINTS,
    total: points(available),
  },
});

const taken = (decision: typeof plain, available: number) =>
  debitsWithin(decision, balance(available)).map((debit) => [debit.promotionCode, debit.points]);

test('debits are told as points taken, those of sub-events too', () => {
  assert.deepEqual(taken(taking(30, 20), 100), [
    ['p0', 30],
    ['p1', 20],
  ]);
});

test('debits of events that together ask for more end with the balance', () => {
  assert.deepEqual(taken(taking(30, 20), 40), [
    ['p0', 30],
    ['p1', 10],
  ]);
  assert.deepEqual(taken(taking(30, 20), 30), [['p0', 30]]);
});

test('what a promotion takes twice is told once', () => {
  const decision = taking(30, 20);
  assert.deepEqual(taken({ ...decision, children: [decision] }, 100), [
    ['p0', 60],
    ['p1', 20],
  ]);
});

test('points that pay are not there for debits', () => {
  const redemptions = [
    {
      currencyCode: 'bonus',
      points: points(75),
      kopecks: plain.grossKopecks,
      redeemablePointsMax: points(75),
    },
  ];
  assert.deepEqual(taken({ ...taking(30, 20), redemptions }, 100), [['p0', 25]]);
});
