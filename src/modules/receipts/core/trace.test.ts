import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, evaluate, type Promotion } from '#modules/promotions/core/index.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { traceOf } from './trace.ts';

function aPromotion(code: string, changes: Partial<Promotion>): Promotion {
  return {
    code,
    title: { ru: code, en: code },
    phase: 2,
    isOn: true,
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 1000 } }],
    stacking: { group: code, priority: 0 },
    ...changes,
  };
}

test('a verdict is told in the words of the API, with its reason and distance', () => {
  const ruleSet = compileRuleSet(1, [
    aPromotion('given', {}),
    aPromotion('near', {
      when: [{ condition: 'basket-total', params: { minKopecks: 100_000 } }],
    }),
    aPromotion('elsewhere', { when: [{ condition: 'place', params: { storeCodes: ['no'] } }] }),
  ]);
  const facts = aReceiptFacts();
  const verdicts = traceOf(ruleSet, facts, evaluate(ruleSet, facts, { explain: true }));
  const told = new Map(verdicts.map((one) => [one.promotionCode, one]));
  assert.equal(told.get('given')?.verdict, 'applied');
  assert.equal(told.get('given')?.discountKopecks, 1000);
  assert.equal(told.get('near')?.verdict, 'missed');
  assert.deepEqual(told.get('near')?.reason?.distance, { unit: 'kopecks', value: 90_000 });
  assert.equal(told.get('elsewhere')?.verdict, 'wrong-place');
  assert.equal(told.get('elsewhere')?.reason?.code, 'wrong-place');
});

test('who stood in the way is named', () => {
  const group = { group: 'main', priority: 0, policy: 'best-for-buyer' } as const;
  const half = [{ effect: 'percent-off', params: { rateBasisPoints: 5000 } }];
  const ruleSet = compileRuleSet(1, [
    aPromotion('ten', { stacking: group }),
    aPromotion('half', { stacking: group, then: half }),
    aPromotion('off', {
      phase: 4,
      stacking: { group: 'basket', priority: 0, blockedBy: ['half'] },
    }),
  ]);
  const facts = aReceiptFacts();
  const verdicts = traceOf(ruleSet, facts, evaluate(ruleSet, facts, { explain: true }));
  assert.deepEqual(
    verdicts.map(({ promotionCode, verdict, by }) => [promotionCode, verdict, by]),
    [
      ['half', 'applied', null],
      ['off', 'blocked', 'half'],
      ['ten', 'outbid', 'half'],
    ],
  );
});
