import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type PromotionWish, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Policy } from '../language/stacking-shape.ts';
import { isLess, isMore } from './win.ts';

const FACTS = aReceipt({
  currencies: {
    bonus: { kopecksPerPoint: { num: 1, den: 1 } },
    gems: { kopecksPerPoint: { num: 1, den: 1 }, worth: { num: 1, den: 2 } },
  },
});

/** Verdicts of promotions that compete under a policy: their codes, without amounts. */
const verdictsOf = (policy: Policy, ...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion({ ...wish, stacking: { policy, ...wish.stacking } })),
    FACTS,
  ).verdicts.list.map(([number, code, by]) => (code === 9 ? [number, 9, by] : [number, code]));

const off = (code: string, rate: number, more: PromotionWish = {}) => ({
  code,
  then: [percentOff(rate)],
  ...more,
});
const earn = (code: string, points: number, currencyCode = 'bonus') => ({
  code,
  phase: 8,
  then: [{ effect: 'earn-fixed', params: { points, per: 'receipt', currencyCode } }],
});
const task = (worthKopecks?: number) => ({
  effect: 'create-task',
  params: { taskKind: 'call', ...(worthKopecks === undefined ? {} : { worthKopecks }) },
});

test('for the buyer the greatest worth wins, for the house the least', () => {
  const three = [off('a', 1000), off('b', 2000), off('c', 500)];
  assert.deepEqual(verdictsOf('best-for-buyer', ...three), [
    [0, 9, 1],
    [1, 11],
    [2, 9, 1],
  ]);
  assert.deepEqual(verdictsOf('least-cost', ...three), [
    [0, 9, 2],
    [1, 9, 2],
    [2, 11],
  ]);
});

test('of equals the first in order wins under both', () => {
  const equal = [off('a', 1000), off('b', 1000, { stacking: { priority: 1 } })];
  for (const policy of ['best-for-buyer', 'least-cost'] as const) {
    assert.deepEqual(verdictsOf(policy, ...equal), [
      [0, 9, 1],
      [1, 11],
    ]);
  }
});

test('of equal worth more points win, for the house fewer', () => {
  // 20 gems are worth 10, as much as 10 points.
  const two = [earn('a', 10), earn('b', 20, 'gems')];
  assert.deepEqual(verdictsOf('best-for-buyer', ...two), [
    [0, 9, 1],
    [1, 11],
  ]);
  assert.deepEqual(verdictsOf('least-cost', ...two), [
    [0, 11],
    [1, 9, 0],
  ]);
});

test('things to do that are worth nothing win beside the winner; worth something, they compete', () => {
  const beside = { code: 'b', then: [task()] };
  const rival = { code: 'b', then: [task(1500)] };
  assert.deepEqual(verdictsOf('best-for-buyer', off('a', 1000), beside), [
    [0, 11],
    [1, 11],
  ]);
  assert.deepEqual(verdictsOf('best-for-buyer', off('a', 1000), rival), [
    [0, 9, 1],
    [1, 11],
  ]);
  assert.deepEqual(verdictsOf('least-cost', off('a', 1000), rival), [
    [0, 11],
    [1, 9, 0],
  ]);
});

test('the first by priority wins whatever it is worth', () => {
  const wishes = [off('a', 5000), off('b', 100, { stacking: { priority: 1 } })];
  assert.deepEqual(verdictsOf('first-by-priority', ...wishes), [
    [0, 9, 1],
    [1, 11],
  ]);
});

for (const [a, b, more, less] of [
  [{ kopecks: 2, points: 0 }, { kopecks: 1, points: 9 }, true, false],
  [{ kopecks: 1, points: 9 }, { kopecks: 1, points: 8 }, true, false],
  [{ kopecks: 1, points: 8 }, { kopecks: 1, points: 9 }, false, true],
  [{ kopecks: 1, points: 9 }, { kopecks: 1, points: 9 }, false, false],
] as const) {
  test(`${a.kopecks} kopecks and ${a.points} points against ${b.kopecks} and ${b.points}: more ${more}, less ${less}`, () => {
    assert.deepEqual([isMore(a, b), isLess(a, b)], [more, less]);
  });
}
