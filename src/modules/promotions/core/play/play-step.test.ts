import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';

const decided = (...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    aReceipt({ lines: linesOf(['coffee', 10_000], ['tea', 5000]) }),
  );
const given = (...wishes: PromotionWish[]) => discountsOf(decided(...wishes));
/** The receipt's sum at a stage is exactly this. */
const sumIs = (stage: string, kopecks: number) => ({
  condition: 'basket-total',
  params: { minKopecks: kopecks, maxKopecks: kopecks, stage },
});
const set = (value: number, op = 'set') => ({
  effect: 'set-variable',
  params: { variable: 'v', op, value },
});
const variableIs = (value: number) => ({
  condition: 'variable',
  params: { variable: 'v', test: { op: 'eq', value } },
});

test('what plays in a phase does not change who enters it', () => {
  const found = given(
    { code: 'a', stacking: { group: 'early', turn: 1 } },
    { code: 'b', when: [sumIs('after-discounts', 15_000)] },
    { code: 'c', when: [sumIs('after-discounts', 13_500)] },
    { code: 'd', phase: 3, when: [sumIs('after-discounts', 12_150)] },
  );
  assert.deepEqual(found, { a: 1500, b: 1350, d: 1215 });
});

test('halves are snapshots of their own: a floor of 1a has no say on sums, a price of 1b is seen by 2', () => {
  const price = { effect: 'initial-price', params: { priceKopecks: 4000 } };
  const found = given(
    { code: 'a', phase: 1, select: goodsOf('tea'), then: [price] },
    { code: 'b', phase: 2, when: [sumIs('initial', 14_000)] },
  );
  assert.deepEqual(found, { a: 1000, b: 1400 });
});

test('a stage is open until its phase has ended, and then stays', () => {
  const wishes: PromotionWish[] = [
    { code: 'a', phase: 1 },
    { code: 'b', phase: 2, when: [sumIs('initial', 13_500), sumIs('after-lines', 13_500)] },
    { code: 'c', phase: 4, when: [sumIs('after-lines', 12_150), sumIs('after-basket', 12_150)] },
    { code: 'd', phase: 5, when: [sumIs('after-lines', 12_150), sumIs('after-basket', 10_935)] },
    {
      code: 'e',
      phase: 6,
      then: [{ effect: 'round-down-total', params: { stepKopecks: 1000 } }],
      when: [
        sumIs('gross', 15_000),
        sumIs('initial', 13_500),
        sumIs('after-lines', 12_150),
        sumIs('after-basket', 9841),
        sumIs('after-discounts', 9841),
      ],
    },
  ];
  // 150.00, then 135.00, 121.50, 109.35; of the last 72.90 and 36.45 go 7.29 and 3.645, halves up.
  const decision = decided(...wishes);
  assert.deepEqual(
    decision.verdicts.list.map(([number, code]) => [number, code]),
    [0, 1, 2, 3, 4].map((number) => [number, 11]),
  );
});

test('a variable is read from the next phase on', () => {
  const found = given(
    { code: 'a', phase: 0, then: [set(3)] },
    { code: 'b', phase: 0, when: [variableIs(0)], then: [set(2, 'add')], stacking: { group: 'z' } },
    { code: 'c', phase: 2, when: [variableIs(5)] },
    { code: 'd', phase: 2, when: [variableIs(0)] },
  );
  assert.deepEqual(found, { c: 1500 });
});

test('the variable of a promotion that a cap took all from is not set', () => {
  const stacking = { capBasisPoints: 1000 };
  const found = given(
    { code: 'a', stacking: { ...stacking, priority: 1 } },
    { code: 'b', stacking, then: [percentOff(100), set(7)] },
    { code: 'c', phase: 4, when: [variableIs(0)] },
  );
  assert.deepEqual(found, { a: 1500, c: 1350 });
});

for (const [takesUnits, inPhase, later, points] of [
  ['no', 1000 + 500, 900 + 400, 8100 + 3600],
  ['phase', 1000, 900 + 450, 8100 + 4050],
  ['receipt', 1000, 900, 8100 + 4500],
] as const) {
  test(`units taken with ${takesUnits} are hidden as long as that, and seen again when points are earned`, () => {
    const earn = { effect: 'earn-percent', params: { rateBasisPoints: 10_000 } };
    const decision = decided(
      { code: 'a', select: goodsOf('tea'), stacking: { priority: 1, takesUnits } },
      { code: 'b' },
      { code: 'c', phase: 4 },
      { code: 'd', phase: 8, then: [earn] },
    );
    assert.deepEqual(discountsOf(decision), { a: 500, b: inPhase, c: later });
    assert.equal(decision.accruals[0]?.points, points);
  });
}

test('what was used in an earlier phase is known to be used, in the same phase it is not', () => {
  const unused = (params: Record<string, unknown>) => ({ selector: 'except-used', params });
  const found = given(
    { code: 'a', select: goodsOf('tea'), stacking: { priority: 1 } },
    { code: 'b', select: unused({ skus: ['tea'] }) },
    { code: 'c', phase: 4, select: unused({}) },
  );
  assert.deepEqual(found, { a: 500, b: 500, c: 1000 });
});
