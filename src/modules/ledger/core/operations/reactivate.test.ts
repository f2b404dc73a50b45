import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;
const THREE_DAYS = { ...ONE_DAY, expiry: { ...ONE_DAY.expiry, count: 3 } } as const;

function aLoser(feeBasisPoints = 1000, withinDays = 5) {
  const reactivation = { withinDays, feeBasisPoints, lifetime: THREE_DAYS };
  const terms = { bonus: { reactivation, lifetime: ONE_DAY, debt: { debit: 'allow' as const } } };
  const world = aWorld({ terms });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 100, reasonCode: 'x' });
  return { world, member };
}

test('burnt points come back for a fee, with a life of their own', () => {
  const { world, member } = aLoser();
  world.pass(2 * DAY);
  member.good('expire', {});
  const { points, feePoints, expiresAt } = member.good('reactivate', BONUS);
  assert.deepEqual([points, feePoints], [100, 10]);
  assert.equal(expiresAt, new Date(daysLater(5)).toISOString());
  assert.deepEqual(member.remaining(), [0, 90]);
  assert.deepEqual(member.entries(2), [
    ['reactivation', 100],
    ['fee', -10],
  ]);
});

test('it does not matter whether the job has written them off', () => {
  const { world, member } = aLoser();
  world.pass(2 * DAY);
  member.good('reactivate', BONUS);
  assert.deepEqual(member.entries(1), [
    ['expiry', -100],
    ['reactivation', 100],
    ['fee', -10],
  ]);
});

test('what burnt once comes back once', () => {
  const { world, member } = aLoser();
  world.pass(2 * DAY);
  member.good('reactivate', BONUS);
  assert.equal(member.refused('reactivate', BONUS).code, 'nothing-to-reactivate');
  member.good('credit', { ...BONUS, points: 40, reasonCode: 'x' });
  world.pass(2 * DAY);
  assert.equal(member.good('reactivate', BONUS)['points'], 40);
});

test('what burnt too long ago stays burnt', () => {
  const { world, member } = aLoser();
  world.pass(2 * DAY);
  member.good('expire', {});
  world.pass(5 * DAY + 1);
  assert.equal(member.refused('reactivate', BONUS).code, 'nothing-to-reactivate');
});

test('the fee is paid before a debt', () => {
  const { world, member } = aLoser();
  world.pass(2 * DAY);
  member.good('debit', { ...BONUS, points: 95, reasonCode: 'x' });
  member.good('reactivate', BONUS);
  assert.deepEqual([member.account().debt, member.account().balance], [5, 0]);
});

test('a fee that would eat everything, and a currency that brings nothing back, refuse', () => {
  const { world, member } = aLoser(10_000);
  world.pass(2 * DAY);
  assert.equal(member.refused('reactivate', BONUS).code, 'nothing-to-reactivate');
  assert.equal(aWorld().member().refused('reactivate', BONUS).code, 'reactivation-not-allowed');
});
