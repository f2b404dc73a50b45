import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../testing/builders.ts';
import { compileRuleSet } from './rule-set.ts';

const codesOf = (promotions: Parameters<typeof compileRuleSet>[1]) =>
  compileRuleSet(1, promotions).rules.map((rule) => rule.code);
const double = { effect: 'multiply-points', params: { factorHundredths: 200 } };
const fixed = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };

test('rules stand by phase, late groups last, then by priority, then by name', () => {
  const promotions = [
    aPromotion({ code: 'z-line', phase: 2 }),
    aPromotion({ code: 'a-line', phase: 2 }),
    aPromotion({ code: 'first-line', phase: 2, stacking: { priority: 5 } }),
    aPromotion({ code: 'price', phase: 1 }),
    aPromotion({ code: 'twice', phase: 8, then: [double], stacking: { group: 'a', priority: 9 } }),
    aPromotion({ code: 'gift', phase: 8, then: [fixed], stacking: { group: 'z' } }),
    aPromotion({ code: 'gift-2', phase: 8, then: [fixed], stacking: { group: 'b' } }),
    aPromotion({ code: 'off', isOn: false }),
  ];
  const expected = ['price', 'first-line', 'a-line', 'z-line', 'gift-2', 'gift', 'twice'];
  assert.deepEqual(codesOf(promotions), expected);
  assert.deepEqual(codesOf(promotions.toReversed()), expected);
});

test('a rule set keeps promotions that are off, but does not play them', () => {
  const ruleSet = compileRuleSet(7, [aPromotion({ isOn: false })]);
  assert.equal(ruleSet.version, 7);
  assert.equal(ruleSet.promotions.length, 1);
  assert.equal(ruleSet.rules.length, 0);
});

test('phases are split where points are paid', () => {
  const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 5000 } };
  const ruleSet = compileRuleSet(1, [
    aPromotion({ code: 'a', phase: 7, then: [cap] }),
    aPromotion({ code: 'b', phase: 8, then: [fixed] }),
  ]);
  assert.deepEqual([ruleSet.pricing.length, ruleSet.earning.length], [1, 1]);
});

test('two policies in a group and a code that stands twice are not compiled', () => {
  assert.throws(() => codesOf([aPromotion(), aPromotion()]), /stands twice/);
  const chain = aPromotion({ code: 'b', stacking: { policy: 'chain' } });
  assert.throws(() => codesOf([aPromotion(), chain]), /two policies/);
});
