import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, type Promotion } from '#modules/promotions/core/index.ts';
import { asksForLots } from './asks-for-lots.ts';

const plain: Promotion = {
  code: 'a',
  title: { ru: 'a', en: 'a' },
  phase: 8,
  isOn: true,
  then: [{ effect: 'earn-fixed', params: { points: 5, per: 'receipt' } }],
  stacking: { group: 'main', priority: 0 },
};
const asks = (changes: Partial<Promotion>) =>
  asksForLots(compileRuleSet(1, [{ ...plain, ...changes }]));
const balance = (measure: string) => ({
  condition: 'balance',
  params: { currencyCode: 'bonus', measure, minPoints: 1 },
});

test('points that can be spent are known without lots', () => {
  assert.equal(asks({}), false);
  assert.equal(asks({ when: [balance('available')] }), false);
});

test('points that wait or will burn are looked for in lots, however deep the question stands', () => {
  assert.equal(asks({ when: [balance('expiring')] }), true);
  assert.equal(asks({ when: [{ any: [{ not: { all: [balance('pending')] } }] }] }), true);
});

test('points are taken from lots, by promotions that are on', () => {
  const then = [{ effect: 'debit-points', params: { points: 5 } }];
  assert.equal(asks({ then }), true);
  assert.equal(asks({ then, isOn: false }), false);
});
