import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, MINUTE } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

function aHold(minutes = 10_000) {
  const world = aWorld({ terms: { bonus: { holdMinutesMax: 10_000 } } });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 100, reasonCode: 'x', lifetime: ONE_DAY });
  const { holdId } = member.good('hold', { ...BONUS, points: 60, minutes });
  return { world, member, holdId };
}

test('released points can be spent again', () => {
  const { member, holdId } = aHold();
  assert.deepEqual(member.good('release', { holdId }), { holdId, releasedPoints: 60 });
  member.good('spend', { ...BONUS, points: 100 });
  assert.equal(member.refused('release', { holdId }).code, 'hold-closed');
});

test('released points repay what became owed meanwhile', () => {
  const { member, holdId } = aHold();
  const { debtPoints } = member.good('take-back', { ...BONUS, points: 80 });
  assert.equal(debtPoints, 40);
  member.good('release', { holdId });
  assert.deepEqual([member.account().balance, member.account().debt], [20, 0]);
  assert.deepEqual(member.entries(3), [
    ['release', 0],
    ['repayment', 0],
  ]);
});

test('points that are released after their time burn, and repay nothing', () => {
  const { world, member, holdId } = aHold();
  member.good('take-back', { ...BONUS, points: 80 });
  world.pass(2 * DAY);
  member.good('release', { holdId });
  assert.deepEqual([member.account().balance, member.account().debt], [0, 40]);
  assert.deepEqual(member.entries().at(-1), ['expiry', -60]);
});

test('a hold whose time is over is not released by hand', () => {
  const { world, member, holdId } = aHold(5);
  world.pass(5 * MINUTE);
  assert.equal(member.refused('release', { holdId }).code, 'hold-closed');
});
