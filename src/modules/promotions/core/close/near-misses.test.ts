import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBalance, aPromotion, aReceipt, type PromotionWish } from '../../testing/builders.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { nearMisses } from './near-misses.ts';

const use = (condition: string, params: Record<string, unknown>) => ({ condition, params });
const sum = (minKopecks: number) => use('basket-total', { minKopecks });
const points = (minPoints: number) => use('balance', { currencyCode: 'bonus', minPoints });
const units = (minCount: number) => use('goods-count', { what: 'units', minCount });
const milli = (minMilli: number) => use('goods-quantity', { minMilli });
const receipts = (number: number) => use('nth-purchase', { number, mode: 'once' });
const times = use('coupon-emission', { emissionCodes: ['spring'], minCount: 2 });

/** On one loaf for 100.00 ₽, the fourth purchase of a member with 50 points. */
function missesOf(...wishes: PromotionWish[]) {
  const ruleSet = compileRuleSet(
    1,
    wishes.map((wish) => aPromotion(wish)),
  );
  return nearMisses(ruleSet, aReceipt({ balances: { bonus: aBalance(50) } }));
}

const codes = (list: readonly { readonly promotionCode: string }[]) =>
  list.map(({ promotionCode }) => promotionCode).join('');

test('a miss says which leaf, and how far in which unit', () => {
  const { cashier } = missesOf({
    code: 'a',
    when: [use('channel', { channels: ['store'] }), sum(10_050)],
  });
  assert.deepEqual(cashier, [{ promotionCode: 'a', leaf: 1, unit: 'kopecks', distance: 50 }]);
});

test('kopecks come before units, milli, points, receipts and times, then the smaller distance', () => {
  const { cashier, member } = missesOf(
    { code: 'a', when: [times] },
    { code: 'b', when: [receipts(5)] },
    { code: 'c', when: [points(51)] },
    { code: 'd', when: [milli(1001)] },
    { code: 'e', when: [units(2)] },
    { code: 'f', when: [sum(99_000)] },
    { code: 'g', when: [sum(98_000)] },
  );
  assert.equal(codes(cashier), 'gfe');
  assert.equal(codes(member), 'gfedc');
});

test('points, receipts and times are not for the till, minutes and days for nobody', () => {
  const { cashier, member } = missesOf(
    { code: 'a', when: [times] },
    { code: 'b', when: [receipts(5)] },
    { code: 'c', when: [points(51)] },
    { code: 'd', when: [use('membership-age', { minDays: 4000 })] },
  );
  assert.deepEqual([codes(cashier), codes(member)], ['', 'cba']);
});

test('equal distances go by priority, then by code', () => {
  const when = [sum(10_050)];
  const { member } = missesOf(
    { code: 'a', when },
    { code: 'b', when },
    { code: 'c', when, stacking: { priority: 1 } },
  );
  assert.equal(codes(member), 'cab');
});

for (const [what, wish] of [
  ['two parts of which are missed', { when: [sum(10_050), sum(10_060)] }],
  [
    'that is ruled out by the place',
    { when: [sum(10_050), use('channel', { channels: ['web'] })] },
  ],
  ['that is missed without a distance', { when: [{ not: sum(1) }] }],
  ['that is off', { isOn: false, when: [sum(10_050)] }],
  ['that applied', {}],
] as const satisfies readonly (readonly [string, PromotionWish])[]) {
  test(`a promotion ${what} is no near miss`, () => {
    assert.deepEqual(missesOf(wish), { cashier: [], member: [] });
  });
}

test('a group is one part: it is near by its own miss', () => {
  const { cashier } = missesOf({ when: [{ any: [{ not: sum(1) }, sum(10_070)] }] });
  assert.partialDeepStrictEqual(cashier, [{ leaf: 1, distance: 70 }]);
});
