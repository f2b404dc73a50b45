import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBalance, aPromotion, aReceipt, linesOf } from '../../testing/builders.ts';
import { decide, pointsOf } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';

const LIMIT: Limit = { code: 'few', unit: 'points', subject: 'member', period: 'day', max: 15 };
const facts = aReceipt({
  lines: linesOf(['tea', 200], ['milk', 100]),
  balances: { bonus: aBalance(100) },
});
const earn = (points: number) => ({ effect: 'earn-fixed', params: { points, per: 'receipt' } });
const debit = (points: number) => ({ effect: 'debit-points', params: { points } });
const BOTH: Promotion['then'] = [earn(10), earn(10)];
const decided = (limit: Partial<Limit>, then = BOTH, used = 0) =>
  decide([aPromotion({ code: 'a', phase: 8, then, limits: [{ ...LIMIT, ...limit }] })], {
    ...facts,
    limitUsed: { 'a/few': used },
  });
const earned = (...args: Parameters<typeof decided>) =>
  pointsOf(decided(...args)).map(([, points]) => points);

test('of several gifts the last is cut first', () => {
  assert.deepEqual(earned({ max: 20 }), [10, 10]);
  assert.deepEqual(earned({ max: 15 }), [10, 5]);
  assert.deepEqual(earned({ max: 10 }), [10]);
  assert.deepEqual(earned({ max: 3 }), [3]);
  assert.deepEqual(earned({ max: 15 }, undefined, 12), [3]);
});

test('a gift that is cut is shared out anew', () => {
  const [, cut] = decided({ max: 14 }).accruals;
  // 4 by 200 and 100 kopecks: 2.67 and 1.33.
  assert.deepEqual(
    cut?.byLine.map(({ points }) => points),
    [3, 1],
  );
});

test('a promotion that was cut says so; without any room it is limited', () => {
  assert.deepEqual(decided({ max: 20 }).verdicts.list, [[0, 11, 0, 0, ['bonus', 20]]]);
  assert.deepEqual(decided({ max: 15 }).verdicts.list, [[0, 11, 0, 1, ['bonus', 15]]]);
  assert.deepEqual(decided({ max: 0 }).verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(decided({ max: 19, reaction: 'stop' }).verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(earned({ max: 20, reaction: 'stop' }), [10, 10]);
});

test('what is taken from the balance is not given, and needs no room', () => {
  assert.deepEqual(earned({ max: 10 }, [debit(7), earn(12)]), [-7, 10]);
  assert.deepEqual(earned({ max: 0 }, [earn(12), debit(7)]), [-7]);
});

test('the points that are given are reported', () => {
  const { limitUses } = decided({ max: 15 }, [debit(7), earn(12)]);
  assert.deepEqual(
    limitUses.map(({ amount, unit }) => [amount, unit]),
    [[12, 'points']],
  );
});
