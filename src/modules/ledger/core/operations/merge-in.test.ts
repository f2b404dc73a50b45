import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };

function merged(stays: { points: number; debt: number }, goes: { points: number; debt: number }) {
  const world = aWorld();
  const members = [world.member(1), world.member(2)] as const;
  for (const [place, wish] of [stays, goes].entries()) {
    const member = members[place];
    if (wish.points > 0) member?.good('credit', { ...BONUS, points: wish.points, reasonCode: 'x' });
    if (wish.debt > 0) member?.good('take-back', { ...BONUS, points: wish.debt });
  }
  const [stayed, gone] = members;
  const { transit } = gone.good('merge-out', { toMemberId: stayed.id });
  const { accounts } = stayed.good('merge-in', { transit });
  const { balance, debt } = stayed.account();
  return { stayed, gone, transit, accounts, balance, debt };
}

test('points of two become points of one', () => {
  const { stayed, gone, balance } = merged({ points: 30, debt: 0 }, { points: 20, debt: 0 });
  assert.equal(balance, 50);
  assert.deepEqual(stayed.remaining(), [30, 20]);
  assert.equal(gone.account().balance, 0);
});

test('points of either repay debts of either', () => {
  const cases: [number, number, number, number, number, number][] = [
    [30, 0, 0, 20, 10, 0],
    [0, 20, 30, 0, 10, 0],
    [0, 20, 0, 5, 0, 25],
    [30, 0, 0, 50, 0, 20],
  ];
  for (const [points, debt, hisPoints, hisDebt, balance, owed] of cases) {
    const result = merged({ points, debt }, { points: hisPoints, debt: hisDebt });
    assert.deepEqual([result.balance, result.debt], [balance, owed]);
    const [account] = [result.accounts].flat();
    assert.deepEqual(account, { ...BONUS, points: hisPoints, debtPoints: hisDebt });
  }
});

test('a merge into another member does not come in', () => {
  const { gone, transit } = merged({ points: 1, debt: 0 }, { points: 1, debt: 0 });
  assert.equal(gone.refused('merge-in', { transit }).code, 'unknown-transit');
  const gift = { ...Object(transit), kind: 'gift' };
  assert.equal(gone.refused('merge-in', { transit: gift }).code, 'unknown-transit');
});
