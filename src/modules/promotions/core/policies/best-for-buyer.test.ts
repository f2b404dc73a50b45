import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Promotion } from '../language/rule.ts';

const promotion = (code: string, then: Promotion['then'], priority = 0) =>
  aPromotion({
    code,
    phase: then[0]?.effect === 'earn-fixed' ? 8 : 2,
    then,
    stacking: { policy: 'best-for-buyer', priority },
  });
const earn = (points: number) => ({ effect: 'earn-fixed', params: { points, per: 'receipt' } });
const hook = (worthKopecks?: number) => ({
  effect: 'call-hook',
  params: { hookCode: 'thanks', ...(worthKopecks === undefined ? {} : { worthKopecks }) },
});
const verdictsOf = (promotions: readonly Promotion[], facts = aReceipt()) =>
  decide(promotions, facts).verdicts.list.map(([, code, detail]) => [code, detail]);

test('only the one that is worth most applies, the others are outbid by it', () => {
  const promotions = [
    promotion('a', [percentOff(500)], 9),
    promotion('b', [percentOff(1000)]),
    promotion('c', [percentOff(999)], 5),
  ];
  assert.deepEqual(verdictsOf(promotions), [
    [9, 1],
    [11, 1000],
    [9, 1],
  ]);
});

test('of equals the first in order wins', () => {
  const same = [percentOff(1000)];
  assert.deepEqual(verdictsOf([promotion('a', same), promotion('b', same, 1)]), [
    [9, 1],
    [11, 1000],
  ]);
  assert.deepEqual(verdictsOf([promotion('a', same), promotion('b', same)]), [
    [11, 1000],
    [9, 0],
  ]);
});

test('points count for what the currency says they are worth, and break ties', () => {
  const worth = { kopecksPerPoint: { num: 1, den: 1 }, worth: { num: 1, den: 2 } };
  const facts = { ...aReceipt(), currencies: { bonus: worth } };
  const pair = (points: number, others: number) => [
    promotion('a', [earn(points)], 1),
    promotion('b', [earn(others)]),
  ];
  // 10 and 11 points are both worth 5 kopecks: then more points win.
  assert.deepEqual(verdictsOf(pair(10, 11), facts), [
    [9, 1],
    [11, 0],
  ]);
  assert.deepEqual(verdictsOf(pair(11, 11), facts), [
    [11, 0],
    [9, 0],
  ]);
});

test('what is done for others does not compete unless it is worth something', () => {
  const off = promotion('a', [percentOff(1000)]);
  assert.deepEqual(verdictsOf([off, promotion('b', [hook()])]), [
    [11, 1000],
    [11, 0],
  ]);
  assert.deepEqual(verdictsOf([off, promotion('b', [hook(999)])]), [
    [11, 1000],
    [9, 0],
  ]);
  assert.deepEqual(verdictsOf([off, promotion('b', [hook(1001)])]), [
    [9, 1],
    [11, 0],
  ]);
});
