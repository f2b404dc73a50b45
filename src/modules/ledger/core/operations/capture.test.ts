import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, MINUTE } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

function aHold(points: number, minutes = 1440 * 3) {
  const world = aWorld({ terms: { bonus: { holdMinutesMax: 10_000, lifetime: ONE_DAY } } });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 100, reasonCode: 'x' });
  const { holdId } = member.good('hold', { ...BONUS, points, minutes });
  return { world, member, holdId };
}

test('a capture without points takes the whole hold', () => {
  const { member, holdId } = aHold(60);
  assert.deepEqual(member.good('capture', { holdId }), { holdId, points: 60, releasedPoints: 0 });
  assert.deepEqual([member.account().balance, member.account().held], [40, 0]);
  assert.deepEqual(member.refused('capture', { holdId }), {
    code: 'hold-closed',
    details: { state: 'captured' },
  });
});

test('reserved points outlive their lot; what a capture leaves of them burns at once', () => {
  const { world, member, holdId } = aHold(60);
  world.pass(2 * DAY);
  const result = member.good('capture', { holdId, points: 50 });
  assert.deepEqual(result, { holdId, points: 50, releasedPoints: 10 });
  assert.deepEqual(member.entries(2), [
    ['redemption', -50],
    ['expiry', -50],
  ]);
  assert.equal(member.account().balance, 0);
});

test('no more is captured than is held', () => {
  const { member, holdId } = aHold(60);
  assert.deepEqual(member.refused('capture', { holdId, points: 61 }), {
    code: 'capture-exceeds-hold',
    details: { heldPoints: 60 },
  });
});

test('when its time is over a hold is closed, swept or not', () => {
  const { world, member, holdId } = aHold(60, 10);
  world.pass(10 * MINUTE);
  const closed = { code: 'hold-closed', details: { state: 'lapsed' } };
  assert.deepEqual(member.refused('capture', { holdId }), closed);
  member.good('lapse', { holdIds: [holdId] });
  assert.deepEqual(member.refused('capture', { holdId }), closed);
});
