import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { DAY, NOW } from '../../testing/builders.ts';
import { aWorld, type Member } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

function aSpender(points: number, loanPointsMax = 0) {
  const world = aWorld({ terms: { bonus: { loanPointsMax } } });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x', lifetime: ONE_DAY });
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x' });
  member.good('spend', { ...BONUS, points });
  const ofOperationId = lastOf(member);
  return { world, member, ofOperationId };
}

function lastOf(member: Member): string {
  return member.book.entries.at(-1)?.operationId ?? '';
}

test('spent points come back to their lots, the last drawn from first, never more than were spent', () => {
  const { member, ofOperationId } = aSpender(80);
  const back = (points: number) => ({ ...BONUS, ofOperationId, points });
  assert.deepEqual(member.good('give-back', back(20)), { points: 20, leftPoints: 60 });
  assert.deepEqual(member.remaining(), [0, 40]);
  const more = member.refused('give-back', back(61));
  assert.deepEqual(more, { code: 'give-back-exceeds-spent', details: { leftPoints: 60 } });
  member.good('give-back', back(60));
  assert.deepEqual(member.remaining(), [50, 50]);
  assert.equal(member.refused('give-back', back(1)).details?.['leftPoints'], 0);
});

test('points that come back to a burnt lot burn at once', () => {
  const { world, member, ofOperationId } = aSpender(80);
  world.pass(2 * DAY);
  member.good('give-back', { ...BONUS, ofOperationId, points: 80 });
  assert.deepEqual(member.entries(3), [
    ['redemption-reversal', 80],
    ['expiry', -50],
  ]);
  assert.deepEqual(member.remaining(), [0, 50]);
});

test('a loan comes back before the points that were there', () => {
  const { member, ofOperationId } = aSpender(130, 30);
  member.good('give-back', { ...BONUS, ofOperationId, points: 40 });
  assert.deepEqual([member.account().debt, ...member.remaining()], [0, 0, 10]);
});

test('a loan that was repaid meanwhile comes back as a new lot', () => {
  const { member, ofOperationId } = aSpender(130, 30);
  member.good('credit', { ...BONUS, points: 20, reasonCode: 'x' });
  assert.equal(member.account().debt, 10);
  member.good('give-back', { ...BONUS, ofOperationId, points: 30 });
  assert.deepEqual([member.account().debt, ...member.remaining()], [0, 0, 0, 0, 20]);
  assert.deepEqual(member.entries().slice(-2), [
    ['redemption-reversal', 10],
    ['redemption-reversal', 20],
  ]);
  const left = member.good('give-back', { ...BONUS, ofOperationId, points: 100 });
  assert.equal(left['leftPoints'], 0);
});

test('what comes back repays a debt of today', () => {
  const { member, ofOperationId } = aSpender(100);
  member.good('take-back', { ...BONUS, points: 70 });
  member.good('give-back', { ...BONUS, ofOperationId, points: 100 });
  assert.deepEqual([member.account().debt, member.account().balance], [0, 30]);
});

test('only points spent by this member in this currency come back', () => {
  const { member, ofOperationId } = aSpender(80);
  const nowhere = uuidv7(NOW, new Uint8Array(10));
  const unknown = { code: 'unknown-operation' };
  const back = { ...BONUS, points: 1 };
  assert.deepEqual(member.refused('give-back', { ...back, ofOperationId: nowhere }), unknown);
  const credit = member.book.entries[0]?.operationId;
  assert.deepEqual(member.refused('give-back', { ...back, ofOperationId: credit }), unknown);
  assert.ok(ofOperationId !== credit);
});

test('a capture is given back like a spend', () => {
  const member = aWorld().member();
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x' });
  const { holdId } = member.good('hold', { ...BONUS, points: 40, minutes: 5 });
  member.good('capture', { holdId, points: 30 });
  const ofOperationId = lastOf(member);
  member.good('give-back', { ...BONUS, ofOperationId, points: 30 });
  assert.deepEqual(member.remaining(), [50]);
});
