import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { validateTogether } from './validate-together.ts';

const codesOf = (...wishes: Parameters<typeof aPromotion>[0][]) =>
  validateTogether(wishes.map((wish) => aPromotion(wish))).map(
    ({ path, code }) => `${path} ${code}`,
  );

test('a code stands once', () => {
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'b' }), []);
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'a' }), ['/1/code code-taken']);
});

test('a group has one policy, turn, cap and cut order, those that are off too', () => {
  const other = {
    policy: 'chain',
    turn: 1,
    capBasisPoints: 500,
    cutOrder: 'in-proportion',
  } as const;
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'b', isOn: false, stacking: other }), [
    '/1/stacking/policy group-policy-mixed',
    '/1/stacking/turn group-mixed',
    '/1/stacking/capBasisPoints group-mixed',
    '/1/stacking/cutOrder group-mixed',
  ]);
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'b', stacking: { policy: 'sum' } }), []);
});

test('another phase, half or group is another group', () => {
  const chain = { policy: 'chain' } as const;
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'b', phase: 3, stacking: chain }), []);
  assert.deepEqual(codesOf({ code: 'a' }, { code: 'b', stacking: { ...chain, group: 'x' } }), []);
  const earn = { effect: 'earn-fixed', params: { points: 1, per: 'receipt' } };
  const times = { effect: 'multiply-points', params: { factorHundredths: 200 } };
  assert.deepEqual(
    codesOf(
      { code: 'a', phase: 8, then: [earn] },
      { code: 'b', phase: 8, then: [times], stacking: chain },
    ),
    [],
  );
});
