import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater, NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const SLIDING = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 10, unit: 'day', from: 'accrual', endOf: 'none', slides: true },
} as const;
const EARN = { currencyCode: 'bonus', points: 100, promotionCode: 'base' };

test('earned points are a lot with the dates of the currency', () => {
  const member = aWorld({ terms: { bonus: { lifetime: SLIDING } } }).member();
  const { lotId, ...result } = member.good('earn', { ...EARN, funderCode: 'f' });
  assert.deepEqual(result, {
    points: 100,
    repaidPoints: 0,
    activeFrom: new Date(NOW).toISOString(),
    awaits: null,
    expiresAt: new Date(daysLater(10)).toISOString(),
  });
  const lot = member.lots()[0];
  assert.deepEqual([lot?.id, lot?.promotionCode, lot?.funderCode], [lotId, 'base', 'f']);
  assert.deepEqual(member.entries(), [['accrual', 100]]);
});

test('earning repays debt with points that are not awake yet', () => {
  const member = aWorld({ terms: { bonus: { loanPointsMax: 30 } } }).member();
  member.good('spend', { currencyCode: 'bonus', points: 30 });
  const lifetime = { ...SLIDING, activation: { when: 'day-start', afterDays: 1 } };
  assert.equal(member.good('earn', { ...EARN, lifetime })['repaidPoints'], 30);
  assert.deepEqual([member.account().debt, member.account().unspendable], [0, 70]);
});

test('points that come after their time burn at once and repay nothing', () => {
  const member = aWorld({ terms: { bonus: { loanPointsMax: 30, lifetime: SLIDING } } }).member();
  member.good('spend', { currencyCode: 'bonus', points: 30 });
  member.good('earn', EARN, { occurredAt: daysLater(-11) });
  assert.deepEqual(member.entries(1), [
    ['accrual', 100],
    ['expiry', -100],
  ]);
  assert.equal(member.account().debt, 30);
});

test('earning keeps older points alive, also when it becomes known late', () => {
  const world = aWorld({ terms: { bonus: { lifetime: SLIDING } } });
  const member = world.member();
  member.good('earn', EARN);
  world.pass(9 * DAY);
  member.good('earn', EARN, { occurredAt: daysLater(5) });
  assert.deepEqual(
    member.lots().map((lot) => lot.expiresAt),
    [daysLater(15), daysLater(15)],
  );
});
