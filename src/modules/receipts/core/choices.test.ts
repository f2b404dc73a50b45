import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, evaluate, type Promotion } from '#modules/promotions/core/index.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { choicesOf } from './choices.ts';

const offer = (code: string, rateBasisPoints: number): Promotion => ({
  code,
  title: { ru: `Скидка ${code}`, en: `Offer ${code}` },
  phase: 2,
  isOn: true,
  then: [{ effect: 'percent-off', params: { rateBasisPoints } }],
  stacking: { group: 'gift', policy: 'choice', priority: 0 },
});

test('what could be chosen is told with its title and its worth, chosen or not', () => {
  const ruleSet = compileRuleSet(1, [offer('five', 500), offer('ten', 1000)]);
  const facts = { ...aReceiptFacts(), chosenCodes: ['five'] };
  const choices = choicesOf(ruleSet, evaluate(ruleSet, facts));
  assert.deepEqual(choices, [
    {
      promotionCode: 'five',
      title: { ru: 'Скидка five', en: 'Offer five' },
      group: 'gift',
      worthKopecks: 500,
    },
    {
      promotionCode: 'ten',
      title: { ru: 'Скидка ten', en: 'Offer ten' },
      group: 'gift',
      worthKopecks: 1000,
    },
  ]);
});
