import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';

const LIMIT: Limit = { code: 'once', unit: 'times', subject: 'member', period: 'day', max: 2 };
const limited = (limit: Partial<Limit>, code = 'a') =>
  aPromotion({ code, limits: [{ ...LIMIT, ...limit }] });
const verdictsOf = (used: number, limit: Partial<Limit> = {}) =>
  decide([limited(limit)], aReceipt({ limitUsed: { 'a/once': used } })).verdicts.list;

test('a promotion applies as often as it may, and then is limited', () => {
  assert.deepEqual(verdictsOf(0), [[0, 11, 1000, 0]]);
  assert.deepEqual(verdictsOf(1), [[0, 11, 1000, 0]]);
  assert.deepEqual(verdictsOf(2), [[0, 7, 0]]);
  assert.deepEqual(verdictsOf(9), [[0, 7, 0]]);
  assert.deepEqual(verdictsOf(0, { max: 0 }), [[0, 7, 0]]);
});

test('on one receipt what was used before counts as nothing', () => {
  assert.deepEqual(verdictsOf(9, { period: 'receipt' }), [[0, 11, 1000, 0]]);
});

test('promotions that share a key share their times', () => {
  const promotions = ['a', 'b', 'c'].map((code) =>
    limited({ key: 'pool', subject: 'promotion' }, code),
  );
  const decision = decide(promotions, aReceipt());
  assert.deepEqual(discountsOf(decision), { a: 1000, b: 1000 });
  assert.deepEqual(decision.verdicts.list.at(-1), [2, 7, 0]);
  assert.deepEqual(
    decision.limitUses.map(({ key, promotionCode, amount }) => [key, promotionCode, amount]),
    [
      ['pool', 'a', 1],
      ['pool', 'b', 1],
    ],
  );
});

test('a limit that only raises an alarm stops nothing', () => {
  const facts = aReceipt({ limitUsed: { 'a/once': 2 } });
  const { effects, verdicts } = decide([limited({ reaction: 'alarm' })], facts);
  assert.deepEqual(verdicts.list, [[0, 11, 1000, 0]]);
  assert.partialDeepStrictEqual(effects, [{ effect: 'limit-alarm', key: 'a/once', amount: 1 }]);
});

test('nobody is nobody’s member: only a limit of 0 binds an anonymous buyer', () => {
  const facts = aReceipt({ member: null, limitUsed: { 'a/once': 9 } });
  const decision = decide([limited({})], facts);
  assert.deepEqual(decision.verdicts.list, [[0, 11, 1000, 0]]);
  assert.deepEqual(decision.limitUses, []);
  assert.deepEqual(decide([limited({ max: 0 })], facts).verdicts.list, [[0, 7, 0]]);
});
