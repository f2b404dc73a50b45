import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, percentOff } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';

const LIMIT: Limit = { code: 'few', unit: 'coupons', subject: 'member', period: 'day', max: 4 };
const issue = (emissionCode: string, quantity: number) => ({
  effect: 'issue-coupon',
  params: { emissionCode, quantity },
});
const hook = { effect: 'call-hook', params: { hookCode: 'thanks' } };
const BOTH: Promotion['then'] = [issue('a', 3), hook, issue('b', 2)];
const decided = (limit: Partial<Limit>, then = BOTH) =>
  decide([aPromotion({ then, limits: [{ ...LIMIT, ...limit }] })], aReceipt());
const emitted = (...args: Parameters<typeof decided>) =>
  decided(...args).effects.map((record) =>
    'quantity' in record ? [record['emissionCode'], record['quantity']] : record.effect,
  );

test('coupons are cut from the last; what is no coupon stays', () => {
  assert.deepEqual(emitted({ max: 5 }), [['a', 3], 'call-hook', ['b', 2]]);
  assert.deepEqual(emitted({ max: 4 }), [['a', 3], 'call-hook', ['b', 1]]);
  assert.deepEqual(emitted({ max: 3 }), [['a', 3], 'call-hook']);
  assert.deepEqual(emitted({ max: 1 }), [['a', 1], 'call-hook']);
});

test('a promotion of nothing but coupons is limited when there is no room', () => {
  const { verdicts } = decided({ max: 0 }, [issue('a', 1)]);
  assert.deepEqual(verdicts.list, [[0, 7, 0]]);
  assert.deepEqual(emitted({ max: 0 }, [issue('a', 1)]), []);
});

test('all or nothing where the limit stops', () => {
  assert.deepEqual(emitted({ max: 4, reaction: 'stop' }), []);
  assert.deepEqual(emitted({ max: 5, reaction: 'stop' }).length, 3);
});

test('a discount stands without its coupons, and says that it was limited', () => {
  const { verdicts, effects } = decided({ max: 0 }, [percentOff(1000), issue('a', 1)]);
  assert.deepEqual(verdicts.list, [[0, 11, 1000, 1]]);
  assert.deepEqual(effects, []);
});

test('the coupons that are issued are reported', () => {
  assert.deepEqual(
    decided({ max: 4 }).limitUses.map(({ amount }) => amount),
    [4],
  );
});
