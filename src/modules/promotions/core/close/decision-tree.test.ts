import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBalance, aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { accrualsOf, debitsOf, decisionsOf, effectsOf } from './decision-tree.ts';

const earn = (points: number) => ({ effect: 'earn-fixed', params: { points, per: 'receipt' } });
const debit = (points: number) => ({
  effect: 'debit-points',
  params: { points, currencyCode: 'bonus' },
});
const fire = (event: string) => ({ effect: 'fire', params: { event } });
const task = { effect: 'create-task', params: { taskKind: 'call' } };

/** A receipt that fires two events, the first of which fires a third. */
const decision = decide(
  [
    aPromotion({
      code: 'a',
      phase: 8,
      then: [earn(100), debit(1), fire('custom.event'), fire('site.event')],
    }),
    aPromotion({
      code: 'b',
      phase: 8,
      trigger: 'custom.event',
      then: [earn(20), fire('social.action')],
    }),
    aPromotion({ code: 'c', phase: 8, trigger: 'site.event', then: [debit(2)] }),
    aPromotion({ code: 'd', phase: 8, trigger: 'social.action', then: [earn(3), task] }),
  ],
  aReceipt({ balances: { bonus: aBalance(500) } }),
);

test('parents come before their children, brothers in order of firing, branch by branch', () => {
  assert.deepEqual(
    decisionsOf(decision).map(({ trigger }) => trigger),
    ['receipt', 'custom.event', 'social.action', 'site.event'],
  );
});

test('points given and points taken of the whole tree are told apart', () => {
  assert.deepEqual(
    accrualsOf(decision).map(({ points }) => points),
    [100, 20, 3],
  );
  assert.deepEqual(
    debitsOf(decision).map(({ points }) => points),
    [-1, -2],
  );
});

test('effects of the whole tree stand in the order of its decisions', () => {
  assert.deepEqual(
    effectsOf(decision).map(({ effect, promotionCode }) => [effect, promotionCode]),
    [
      ['fire', 'a'],
      ['fire', 'a'],
      ['fire', 'b'],
      ['create-task', 'd'],
    ],
  );
});

test('a decision that fires nothing is its own tree', () => {
  const alone = decide([aPromotion()], aReceipt());
  assert.deepEqual(decisionsOf(alone), [alone]);
});
