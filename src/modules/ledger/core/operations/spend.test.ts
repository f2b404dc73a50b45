import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const CREDIT = { currencyCode: 'bonus', points: 100, reasonCode: 'gift' };
const ASLEEP = {
  activation: { when: 'day-start', afterDays: 1 },
  expiry: { when: 'never' },
} as const;

function spend(points: number) {
  return { currencyCode: 'bonus', points };
}

test('as much can be spent as there is', () => {
  const member = aWorld().member();
  member.good('credit', CREDIT);
  const more = member.refused('spend', spend(101));
  assert.deepEqual(more.details, { availablePoints: 100, loanPoints: 0 });
  assert.deepEqual(member.good('spend', spend(100)), { points: 100, lentPoints: 0 });
  assert.equal(member.refused('spend', spend(1)).code, 'insufficient-points');
});

test('a loan is lent up to its bound, debts counted, and repaid by what comes in', () => {
  const member = aWorld({ terms: { bonus: { loanPointsMax: 50 } } }).member();
  member.good('credit', CREDIT);
  assert.deepEqual(member.good('spend', spend(130)), { points: 130, lentPoints: 30 });
  const more = member.refused('spend', spend(21));
  assert.deepEqual(more.details, { availablePoints: 0, loanPoints: 20 });
  member.good('spend', spend(20));
  assert.equal(member.good('credit', CREDIT)['repaidPoints'], 50);
  assert.deepEqual([member.account().balance, member.account().debt], [50, 0]);
});

test('points that woke while something is owed repay it before they can be spent', () => {
  const world = aWorld({ terms: { bonus: {}, stars: {} } });
  const [member, gone] = [world.member(1), world.member(2)];
  gone.good('take-back', spend(40));
  member.good('credit', { ...CREDIT, lifetime: ASLEEP });
  const { transit } = gone.good('merge-out', { toMemberId: member.id });
  member.good('merge-in', { transit });
  assert.deepEqual([member.account().debt, member.account().unspendable], [40, 100]);
  world.pass(DAY);
  const more = member.refused('spend', spend(61));
  assert.deepEqual(more.details, { availablePoints: 60, loanPoints: 0 });
  member.good('spend', spend(60));
  assert.deepEqual(member.entries().slice(-2), [
    ['repayment', 0],
    ['redemption', -60],
  ]);
  assert.deepEqual([member.account().balance, member.account().debt], [0, 0]);
});

test('a spend keeps sliding points alive', () => {
  const expiry = { when: 'after', count: 3, unit: 'day', from: 'accrual', endOf: 'none' } as const;
  const lifetime = {
    ...ASLEEP,
    activation: { when: 'at-once' },
    expiry: { ...expiry, slides: true },
  };
  const world = aWorld();
  const member = world.member();
  member.good('credit', { ...CREDIT, lifetime });
  world.pass(2 * DAY);
  member.good('spend', spend(1));
  assert.equal(member.lots()[0]?.expiresAt, daysLater(5));
});
