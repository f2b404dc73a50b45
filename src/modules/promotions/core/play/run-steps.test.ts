import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  type PromotionWish,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';

const use = (condition: string, params: Record<string, unknown>) => ({ condition, params });
const wrongPlace = use('channel', { channels: ['web'] });
const wrongTime = use('weekdays', { weekdays: [7] });
const wrongAudience = use('member-tag', { tags: ['vip'] });
const noGoods = use('goods-sum', { skus: ['gone'], minKopecks: 1 });

const verdictsOf = (wishes: readonly PromotionWish[], receipt: ReceiptWish = {}) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    aReceipt(receipt),
  ).verdicts;

/** The one class that ruled a promotion out. */
function ruledOutBy(wish: PromotionWish, receipt: ReceiptWish = {}) {
  const { ruledOut, list } = verdictsOf([wish], receipt);
  assert.ok(ruledOut !== undefined);
  const found = Object.entries(ruledOut).flatMap(([name, bits]) => (bits[0] === 1 ? [name] : []));
  assert.equal(found.length + list.length, 1, 'exactly one verdict');
  return found[0] ?? 'nothing';
}

for (const [when, expected] of [
  [[noGoods, wrongAudience, wrongTime, wrongPlace], 'place'],
  [[noGoods, wrongAudience, wrongTime], 'time'],
  [[noGoods, wrongAudience], 'audience'],
  [[noGoods], 'goods'],
  [[use('basket-total', { minKopecks: 99_999 }), wrongTime], 'time'],
  [[use('basket-total', { minKopecks: 99_999 })], 'nothing'],
  [[{ all: [wrongPlace] }], 'nothing'],
  [[{ not: { any: [noGoods] } }], 'nothing'],
] as const satisfies readonly (readonly [NonNullable<PromotionWish['when']>, string])[]) {
  test(`${JSON.stringify(when)} is ruled out by ${expected}`, () => {
    assert.equal(ruledOutBy({ when }), expected);
  });
}

const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 5000 } };
const double = { effect: 'multiply-points', params: { factorHundredths: 200 } };
for (const [phase, effect, expected] of [
  [7, cap, 'audience'],
  [8, earn, 'audience'],
  [8, double, 'audience'],
  [2, null, 'nothing'],
  [9, { effect: 'create-task', params: { taskKind: 'x' } }, 'nothing'],
] as const) {
  test(`phase ${phase} with ${effect?.effect ?? 'a discount'} is ruled out by ${expected} for an anonymous buyer`, () => {
    const wish = { phase, ...(effect === null ? {} : { then: [effect] }) };
    assert.equal(ruledOutBy(wish, { member: null }), expected);
  });
}

test('each part of a set of goods must be there by name', () => {
  const parts = (...skus: string[]) =>
    use('goods-set', { parts: skus.map((sku) => ({ filter: { skus: [sku] }, minMilli: 1000 })) });
  assert.equal(ruledOutBy({ when: [parts('bread', 'gone')] }), 'goods');
  assert.equal(ruledOutBy({ when: [parts('bread')] }), 'nothing');
});

test('one that is ruled out influences nobody', () => {
  const promotions = [
    aPromotion({ code: 'a', when: [wrongPlace], stacking: { blocks: ['b'], exclusive: 'group' } }),
    aPromotion({ code: 'b' }),
    aPromotion({ code: 'c', select: goodsOf('gone'), stacking: { exclusive: 'all' } }),
  ];
  assert.deepEqual(discountsOf(decide(promotions, aReceipt())), { b: 1000 });
});

test('more promotions than a machine word has bits are ruled out one by one', () => {
  const wishes = Array.from({ length: 70 }, (_, i) => ({
    code: `p${String(i).padStart(2, '0')}`,
    when: [i % 35 === 0 ? wrongPlace : i % 35 === 1 ? wrongTime : use('identified', {})],
  }));
  const { ruledOut, list } = verdictsOf(wishes);
  assert.deepEqual([...(ruledOut?.place ?? [])], [1, 1 << 3, 0]);
  assert.deepEqual([...(ruledOut?.time ?? [])], [2, 1 << 4, 0]);
  assert.equal(list.length, 66);
});

test('without an explanation nobody is told who was ruled out', () => {
  const ruleSet = compileRuleSet(1, [aPromotion({ when: [wrongPlace] })]);
  assert.deepEqual(evaluate(ruleSet, aReceipt()).verdicts, { count: 1, list: [] });
});
