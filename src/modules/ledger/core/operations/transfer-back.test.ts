import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const TRANSFER = { pointsMin: 1, dailyPointsMax: 1000, feeBasisPoints: 1000, feePoints: 2 };
const BONUS = { currencyCode: 'bonus' };
const TWO_DAYS = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 2, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

function aTransfer() {
  const world = aWorld({ terms: { bonus: { transfer: TRANSFER } } });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 60, reasonCode: 'x', lifetime: TWO_DAYS });
  member.good('credit', { ...BONUS, points: 60, reasonCode: 'x' });
  const { transit } = member.good('transfer-out', {
    ...BONUS,
    toMemberId: 5,
    points: 70,
    as: 'transfer',
  });
  return { world, member, transitId: Reflect.get(Object(transit), 'id') };
}

test('what could not be received comes back as it was, with its fee', () => {
  const { member, transitId } = aTransfer();
  assert.deepEqual(member.remaining(), [0, 41]);
  assert.deepEqual(member.good('transfer-back', { transitId }), { transitId });
  assert.deepEqual(member.remaining(), [60, 60]);
  assert.deepEqual(member.entries(4), [
    ['transfer-back', 70],
    ['fee', 9],
  ]);
  assert.equal(member.lots()[0]?.expiresAt, daysLater(2));
  assert.equal(member.refused('transfer-back', { transitId }).code, 'transit-closed');
});

test('what burnt on its way burns when it is back', () => {
  const { world, member, transitId } = aTransfer();
  world.pass(2 * DAY);
  member.good('transfer-back', { transitId });
  assert.deepEqual(member.remaining(), [0, 60]);
});

test('a merge that could not be received comes back with its debt', () => {
  const world = aWorld();
  const member = world.member();
  const lifetime = { ...TWO_DAYS, activation: { when: 'day-start', afterDays: 1 } };
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x' });
  const { holdId } = member.good('hold', { ...BONUS, points: 50, minutes: 5 });
  member.good('take-back', { ...BONUS, points: 20 });
  member.good('capture', { holdId });
  member.good('credit', { ...BONUS, points: 20, reasonCode: 'x' });
  member.good('take-back', { ...BONUS, points: 20 });
  assert.deepEqual([member.account().balance, member.account().debt], [0, 20]);
  const { transit } = member.good('merge-out', { toMemberId: 5 });
  assert.equal(member.account().debt, 0);
  member.good('transfer-back', { transitId: Reflect.get(Object(transit), 'id') });
  assert.deepEqual([member.account().balance, member.account().debt], [0, 20]);
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x', lifetime });
  assert.equal(member.account().debt, 0);
});
