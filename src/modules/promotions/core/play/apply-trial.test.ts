import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  goodsOf,
  type PromotionWish,
  percentOff,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide, discountsOf, pointsOf } from '../../testing/decide.ts';

const decided = (wishes: readonly PromotionWish[], receipt: ReceiptWish = {}) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    aReceipt(receipt),
  );
const oneOf = { selector: 'cheapest-units', params: { count: 1 } };
const terms = (effect: string, params: Record<string, unknown>) => ({
  effect,
  params: { currencyCode: 'bonus', ...params },
});
const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 10_000 } };

test('only the units that were selected lose money: the others cost what they did', () => {
  const decision = decided(
    [
      { code: 'a', select: oneOf, then: [percentOff(10_000)] },
      {
        code: 'b',
        phase: 4,
        select: { selector: 'undiscounted', params: {} },
        then: [percentOff(1000)],
      },
    ],
    { lines: [{ quantityMilli: 3000, grossKopecks: 10_000 }] },
  );
  // Units are 3,334 + 3,333 + 3,333: one is free, 10 % of the other two is 666.6.
  assert.deepEqual(discountsOf(decision), { a: 3334, b: 667 });
});

test('a promotion that gave nothing for the units it wanted splits nothing', () => {
  const nothing = { effect: 'fixed-price', params: { priceKopecks: 999_999 } };
  const decision = decided(
    [
      { code: 'a', phase: 2, select: oneOf, then: [nothing] },
      { code: 'b', phase: 4, select: oneOf, then: [percentOff(10_000)] },
    ],
    { lines: [{ quantityMilli: 3000, grossKopecks: 10_000 }] },
  );
  assert.deepEqual(discountsOf(decision), { b: 3334 });
  assert.deepEqual(decision.verdicts.list[0], [0, 8, 1]);
});

test('a raised floor holds for all who play later, and never stands above the price', () => {
  const floor = (priceKopecks: number) => ({
    code: 'floor',
    phase: 1,
    then: [{ effect: 'min-price', params: { priceKopecks } }],
  });
  const half = { code: 'half', then: [percentOff(5000)] };
  assert.equal(decided([floor(7000), half]).payableKopecks, 7000);
  assert.equal(decided([floor(70_000), half]).payableKopecks, 10_000);
  assert.equal(decided([floor(3000), half]).payableKopecks, 5000);
});

test('points that several promotions allow add up, to the price at most', () => {
  const half = { effect: 'redemption-cap', params: { shareBasisPoints: 4000 } };
  const paid = (count: number) =>
    decided(
      Array.from({ length: count }, (_, i) => ({ code: `p${i}`, phase: 7, then: [half] })),
      { spend: 99_999, available: 99_999 },
    ).redeemedKopecks;
  assert.deepEqual([1, 2, 3].map(paid), [4000, 8000, 10_000]);
});

test('of several rates of a point the highest counts', () => {
  const rate = (num: number, den: number) => terms('redemption-rate', { num, den });
  for (const then of [
    [cap, rate(3, 2), rate(1, 1)],
    [cap, rate(1, 1), rate(3, 2)],
    [cap, rate(9, 7), rate(15, 10)],
  ]) {
    const decision = decided([{ phase: 7, then }], { spend: 100, available: 100 });
    assert.equal(decision.redeemedKopecks, 150);
  }
});

test('of several steps the strictest count: largest least, smallest most, common multiple', () => {
  const steps = (params: Record<string, unknown>) => terms('redemption-steps', params);
  const paid = (spend: number) =>
    decided(
      [
        {
          phase: 7,
          then: [
            cap,
            steps({ stepPoints: 4, maxPoints: 50 }),
            steps({ stepPoints: 6, minPoints: 24 }),
            steps({ minPoints: 10, maxPoints: 90 }),
          ],
        },
      ],
      { spend, available: 1000 },
    ).redemptions[0]?.points;
  // Steps of 12, 24 at least, 50 at most: 24, 36 or 48.
  assert.deepEqual([12, 23, 24, 47, 1000].map(paid), [0, 0, 24, 36, 48]);
});

test('goods that are barred are not paid for, whoever allows it', () => {
  const bar = {
    code: 'bar',
    phase: 7,
    select: goodsOf('tea'),
    then: [terms('redemption-prohibit', {})],
  };
  const { lines } = decided([{ code: 'cap', phase: 7, then: [cap] }, bar], {
    lines: [
      { sku: 'tea', priceKopecks: 300 },
      { sku: 'cup', priceKopecks: 200 },
    ],
    spend: 999,
    available: 999,
  });
  assert.deepEqual(
    lines.map((line) => line.redeemedKopecks),
    [0, 200],
  );
});

test('what is multiplied is what was earned first; debits are no part of it', () => {
  const earn = { effect: 'earn-fixed', params: { points: 40, per: 'receipt' } };
  const debit = { effect: 'debit-points', params: { points: 30, currencyCode: 'bonus' } };
  const double = { effect: 'multiply-points', params: { factorHundredths: 200 } };
  const decision = decided(
    [
      { code: 'a', phase: 8, then: [earn, debit] },
      { code: 'b', phase: 8, then: [double], stacking: { group: 'x' } },
      { code: 'c', phase: 8, then: [double], stacking: { group: 'y' } },
    ],
    { balances: { bonus: aBalance(100) } },
  );
  assert.deepEqual(pointsOf(decision), [
    ['a', 40],
    ['a', -30],
    ['b', 40],
    ['c', 40],
  ]);
});

test('a limit that two promotions share is used by the first, and what is left by the second', () => {
  const limits = [
    { code: 'l', key: 'k', unit: 'kopecks', subject: 'member', period: 'day', max: 1500 } as const,
  ];
  const decision = decided([
    { code: 'a', limits },
    { code: 'b', limits },
  ]);
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 500 });
});

test('a shared limit of a line is counted on each line apart', () => {
  const limits = [
    {
      code: 'l',
      key: 'k',
      unit: 'kopecks',
      subject: 'line',
      period: 'receipt',
      max: 1500,
    } as const,
  ];
  const decision = decided(
    [
      { code: 'a', limits, select: goodsOf('tea') },
      { code: 'b', limits },
    ],
    { lines: [{ sku: 'tea' }, { sku: 'cup' }] },
  );
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 500 + 1000 });
});
