import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';
import type { OnReturn } from '../language/rule.ts';
import { cameBack } from './came-back.ts';

/** Three units for the price of two, and a point for each 10.00 ₽ that is left to pay. */
function bought(onReturn: OnReturn) {
  const free = { effect: 'percent-off', params: { rateBasisPoints: 10_000 } };
  const select = {
    selector: 'n-plus-m',
    params: { paidUnits: 2, freeUnits: 1, cheapest: 'of-each-group' },
  };
  const earn = { effect: 'earn-per-amount', params: { points: 1, perKopecks: 1000 } };
  const ruleSet = compileRuleSet(1, [
    aPromotion({ code: 'three-for-two', phase: 3, select, then: [free], onReturn }),
    aPromotion({ code: 'points', phase: 8, then: [earn], onReturn }),
  ]);
  const facts = aReceipt({ lines: [{ quantityMilli: 3000 }] });
  return { ruleSet, facts, lines: evaluate(ruleSet, facts).lines };
}

const amounts = (onReturn: OnReturn, milli: number) => {
  const [line] = cameBack(bought(onReturn), new Map([[1, milli]]));
  return [line?.discounts[0]?.kopecks, line?.accruals[0]?.points];
};

test('the returned share comes back, what stays is rounded down, and nothing stays in the end', () => {
  assert.deepEqual(amounts('proportional', 0), [0, 0]);
  assert.deepEqual(amounts('proportional', 1000), [3334, 7]);
  assert.deepEqual(amounts('proportional', 2000), [6667, 14]);
  assert.deepEqual(amounts('proportional', 3000), [10_000, 20]);
});

test('what the goods that stay would not have got comes back when they are decided anew', () => {
  assert.deepEqual(amounts('re-evaluate', 1000), [10_000, 0]);
  assert.deepEqual(amounts('re-evaluate', 2000), [10_000, 10]);
  assert.deepEqual(amounts('re-evaluate', 3000), [10_000, 20]);
});

test('nothing of a promotion that keeps its gifts comes back', () => {
  assert.deepEqual(amounts('keep', 3000), [0, 0]);
});
