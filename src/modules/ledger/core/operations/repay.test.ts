import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };

test('points that woke repay what is owed', () => {
  const world = aWorld();
  const [member, gone] = [world.member(1), world.member(2)];
  const lifetime = { activation: { when: 'day-start', afterDays: 1 }, expiry: { when: 'never' } };
  member.good('credit', { ...BONUS, points: 100, reasonCode: 'x', lifetime });
  gone.good('take-back', { ...BONUS, points: 40 });
  const { transit } = gone.good('merge-out', { toMemberId: member.id });
  member.good('merge-in', { transit });
  assert.deepEqual(member.good('repay', {}), { accounts: [] });
  world.pass(DAY);
  assert.deepEqual(member.good('repay', {}), { accounts: [{ ...BONUS, points: 40 }] });
  assert.deepEqual([member.account().debt, member.account().balance], [0, 60]);
});
