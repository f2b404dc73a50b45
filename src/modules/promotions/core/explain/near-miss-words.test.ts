import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { nearMisses } from '../close/near-misses.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { explainNearMisses } from './near-miss-words.ts';

const facts = aReceipt();
const over = (minKopecks: number) => [{ condition: 'basket-total', params: { minKopecks } }];
const ruleSet = compileRuleSet(1, [
  aPromotion({ code: 'near', when: over(12_000) }),
  aPromotion({
    code: 'nearer',
    when: over(11_000),
    explain: { nearMissText: { ru: 'Чуть-чуть не хватает', en: 'Nearly there' } },
  }),
]);

test('near misses are told in their order, in their own words where they have some', () => {
  const { cashier } = nearMisses(ruleSet, facts);
  const words = explainNearMisses(cashier, { ruleSet, facts, audience: 'cashier' });
  assert.deepEqual(
    words.map(({ promotionCode, distance, text }) => [promotionCode, distance, text.en]),
    [
      ['nearer', 1000, 'Nearly there'],
      ['near', 2000, '“near”: 20.00\u00a0₽ more'],
    ],
  );
});

test('a promotion that is gone is left out', () => {
  const gone = { promotionCode: 'gone', leaf: 0, unit: 'kopecks', distance: 1 } as const;
  assert.deepEqual(explainNearMisses([gone], { ruleSet, facts, audience: 'member' }), []);
});
