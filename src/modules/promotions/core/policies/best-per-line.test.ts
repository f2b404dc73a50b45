import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  percentOff,
} from '../../testing/builders.ts';
import { decide, pointsOf } from '../../testing/decide.ts';
import type { Promotion } from '../language/rule.ts';

type Wish = Partial<Pick<Promotion, 'then' | 'select' | 'phase'>> & { readonly priority?: number };
const promotion = (code: string, { priority = 0, ...wish }: Wish) =>
  aPromotion({ code, ...wish, stacking: { policy: 'best-per-line', priority } });
const facts = aReceipt({
  lines: linesOf(['coffee', 10_000], ['tea', 5000], ['milk', 1000]),
  balances: { bonus: aBalance(50) },
});
const COFFEE = goodsOf('coffee');
const decided = (...promotions: readonly Promotion[]) => {
  const { lines, verdicts } = decide(promotions, facts);
  return {
    lines: lines.map(({ discounts }) =>
      discounts.map(({ promotionCode, kopecks }) => `${promotionCode} ${kopecks}`).join(),
    ),
    verdicts: verdicts.list.map(([, code, detail]) => [code, detail]),
  };
};

test('each line goes to the one that brings most there', () => {
  const x = promotion('x', { select: COFFEE, then: [percentOff(2000)] });
  assert.deepEqual(decided(x, promotion('y', {})), {
    lines: ['x 2000', 'y 500', 'y 100'],
    verdicts: [
      [11, 2000],
      [11, 600],
    ],
  });
});

test('who wins no line is outbid by the winner of the first line it had something on', () => {
  const x = promotion('x', { select: goodsOf('tea', 'milk'), then: [percentOff(500)] });
  const z = promotion('z', { select: COFFEE, then: [percentOff(3000)] });
  assert.deepEqual(decided(x, promotion('y', {}), z), {
    lines: ['z 3000', 'y 500', 'y 100'],
    verdicts: [
      [9, 1],
      [11, 600],
      [11, 3000],
    ],
  });
});

test('of equals on a line the first in order has it', () => {
  const first = promotion('z', { priority: 1 });
  assert.deepEqual(decided(promotion('a', {}), first).lines, ['z 1000', 'z 500', 'z 100']);
});

test('points compete with money for a line, by what they are worth', () => {
  const rates = (rate: number): Promotion['then'] => [
    { effect: 'earn-percent', params: { rateBasisPoints: rate } },
  ];
  const a = promotion('a', { phase: 8, select: COFFEE, then: rates(300) });
  const b = promotion('b', { phase: 8, then: rates(200) });
  const decision = decide([a, b], facts);
  // 2 % of tea and milk; what `b` would give on coffee is lost to it.
  assert.deepEqual(pointsOf(decision), [
    ['a', 300],
    ['b', 120],
  ]);
});

test('one that has nothing on any line wins beside the others', () => {
  const debit = promotion('a', {
    phase: 8,
    then: [{ effect: 'debit-points', params: { points: 20 } }],
  });
  const earn = promotion('b', {
    phase: 8,
    then: [{ effect: 'earn-fixed', params: { points: 5, per: 'receipt' } }],
  });
  assert.deepEqual(pointsOf(decide([debit, earn], facts)), [
    ['a', -20],
    ['b', 5],
  ]);
});

test('what is done for others stands with the promotion that has won a line', () => {
  const hook = (hookCode: string) => ({ effect: 'call-hook', params: { hookCode } });
  const x = promotion('x', { select: COFFEE, then: [percentOff(500), hook('x')] });
  const y = promotion('y', { then: [percentOff(1000), hook('y')] });
  assert.deepEqual(
    decide([x, y], facts).effects.map(({ hookCode }) => hookCode),
    ['y'],
  );
});
