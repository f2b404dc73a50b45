import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;
const ASLEEP = { activation: { when: 'day-start', afterDays: 9 }, expiry: { when: 'never' } };

function aMember() {
  const world = aWorld({ terms: { bonus: {}, stars: {}, moons: {} } });
  const member = world.member();
  const credit = { currencyCode: 'bonus', points: 10, reasonCode: 'x' };
  member.good('credit', { ...credit, lifetime: ONE_DAY });
  member.good('credit', { ...credit, lifetime: ASLEEP });
  member.good('credit', credit);
  member.good('take-back', { currencyCode: 'stars', points: 7 });
  member.good('credit', { ...credit, currencyCode: 'moons' });
  member.good('spend', { currencyCode: 'moons', points: 10 });
  return { world, member };
}

test('everything leaves: points asleep and debts too, but not what has burnt', () => {
  const { world, member } = aMember();
  world.pass(DAY);
  const { accounts } = member.good('merge-out', { toMemberId: 5 });
  assert.deepEqual(accounts, [
    { currencyCode: 'bonus', points: 20, debtPoints: 0 },
    { currencyCode: 'stars', points: 0, debtPoints: 7 },
  ]);
  assert.deepEqual(member.entries(6), [
    ['expiry', -10],
    ['merge-out', -20],
    ['merge-out', 7],
  ]);
  for (const code of ['bonus', 'stars', 'moons']) {
    assert.deepEqual([member.account(code).balance, member.account(code).debt], [0, 0]);
  }
});

test('an account with open holds is not merged, and none into itself', () => {
  const { member } = aMember();
  assert.equal(member.refused('merge-out', { toMemberId: member.id }).code, 'transfer-to-self');
  member.good('hold', { currencyCode: 'bonus', points: 5, minutes: 5 });
  assert.equal(member.refused('merge-out', { toMemberId: 5 }).code, 'hold-open');
});
