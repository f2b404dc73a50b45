import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';
import { decisionBytes, plainVerdicts } from './decision-bytes.ts';

const FIELDS = [
  ...['ruleSetVersion', 'trigger', 'lines'],
  ...['grossKopecks', 'discountKopecks', 'redeemedKopecks', 'payableKopecks'],
  ...['redemptions', 'accruals', 'effects', 'messages', 'limitUses', 'choices'],
  ...['funding', 'searches', 'verdicts', 'children'],
];
const fire = { effect: 'fire', params: { event: 'custom.event' } };

test('fields stand in the order of the norm, in sub-events too, without spaces', () => {
  const bytes = decisionBytes(decide([aPromotion({ phase: 9, then: [fire] })], aReceipt()));
  const decision = JSON.parse(bytes);
  assert.equal(bytes, JSON.stringify(decision));
  assert.deepEqual(Object.keys(decision), FIELDS);
  assert.deepEqual(Object.keys(decision.children[0]), FIELDS);
});

test('who was ruled out stands as bitmaps in hex, one byte for eight promotions', () => {
  const nowhere = [{ condition: 'place', params: { storeCodes: ['moon'] } }];
  const promotions = Array.from({ length: 9 }, (_, i) =>
    aPromotion({ code: `p${i}`, ...(i % 4 === 0 ? { when: nowhere } : {}) }),
  );
  assert.partialDeepStrictEqual(plainVerdicts(decide(promotions, aReceipt()).verdicts), {
    ruledOut: { place: '1101', time: '0000', audience: '0000', goods: '0000' },
  });
});

test('without an explanation nobody is said to be ruled out', () => {
  const decision = evaluate(compileRuleSet(1, [aPromotion()]), aReceipt());
  assert.deepEqual(plainVerdicts(decision.verdicts), { list: [[0, 11, 1000, 0]] });
});

test('the same receipt gives the same bytes, whatever was decided in between', () => {
  const ruleSet = compileRuleSet(1, [aPromotion()]);
  const first = decisionBytes(evaluate(ruleSet, aReceipt()));
  evaluate(ruleSet, aReceipt({ lines: [{ sku: 'tea' }, { sku: 'cup' }] }));
  assert.equal(decisionBytes(evaluate(ruleSet, aReceipt())), first);
});
