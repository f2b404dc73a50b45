import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, type Promotion } from '#modules/promotions/core/index.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { hintsOf } from './hints.ts';

function nearly(code: string, minKopecks: number, own?: Promotion['explain']): Promotion {
  return {
    code,
    title: { ru: code, en: code },
    phase: 2,
    isOn: true,
    when: [{ condition: 'basket-total', params: { minKopecks } }],
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 1000 } }],
    stacking: { group: code, priority: 0 },
    ...(own === undefined ? {} : { explain: own }),
  };
}

test('a till hears what is missing, in its own fields and in words', () => {
  const nearMissText = { ru: 'Ещё чуть-чуть', en: 'A little more' };
  const ruleSet = compileRuleSet(1, [
    nearly('far', 16_000),
    nearly('near', 11_000, { nearMissText }),
    nearly('had', 10_000),
  ]);
  const { cashier, member } = hintsOf(ruleSet, aReceiptFacts());
  assert.deepEqual(member, cashier);
  assert.deepEqual(cashier[0], {
    promotionCode: 'near',
    title: { ru: 'near', en: 'near' },
    text: nearMissText,
    unit: 'kopecks',
    distance: 1000,
  });
  assert.deepEqual(
    cashier.map(({ promotionCode, distance }) => [promotionCode, distance]),
    [
      ['near', 1000],
      ['far', 6000],
    ],
  );
  assert.ok(cashier[1]?.text.en.includes('60.00'));
});
