import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { DAY, NOW } from '../../testing/builders.ts';
import { aWorld, type Member, type World } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };

function aPair() {
  const world = aWorld({ terms: { bonus: { debt: { debit: 'allow' } }, stars: {} } });
  return { world, stays: world.member(1), goes: world.member(2) };
}

function credit(member: Member, points: number, more: object = {}) {
  member.good('credit', { ...BONUS, points, reasonCode: 'x', ...more });
}

function merge(goes: Member, stays: Member): string {
  const { transit } = goes.good('merge-out', { toMemberId: stays.id });
  stays.good('merge-in', { transit });
  return String(Reflect.get(Object(transit), 'id'));
}

function unmerge(stays: Member, goes: Member, ofOperationId: string) {
  const { transit, accounts } = stays.good('unmerge-out', { toMemberId: goes.id, ofOperationId });
  goes.good('unmerge-in', { transit });
  return accounts;
}

function stateOfLots(member: Member) {
  return member
    .lots()
    .filter((lot) => lot.remaining > 0)
    .map((lot) => [lot.remaining, lot.activeFrom, lot.expiresAt, lot.promotionCode]);
}

test('a merge undone at once leaves both with what they had', () => {
  const cases: ((world: World, stays: Member, goes: Member) => void)[] = [
    (_world, stays, goes) => {
      credit(stays, 30);
      credit(goes, 20);
    },
    (_world, stays, goes) => {
      credit(stays, 30);
      goes.good('debit', { ...BONUS, points: 50, reasonCode: 'x' });
    },
    (_world, stays, goes) => {
      stays.good('debit', { ...BONUS, points: 25, reasonCode: 'x' });
      credit(goes, 30, { currencyCode: 'stars' });
      credit(goes, 30);
    },
    (_world, stays, goes) => {
      stays.good('debit', { ...BONUS, points: 25, reasonCode: 'x' });
      goes.good('debit', { ...BONUS, points: 5, reasonCode: 'x' });
    },
  ];
  for (const [place, prepare] of cases.entries()) {
    const { world, stays, goes } = aPair();
    prepare(world, stays, goes);
    const before = [stays, goes].map((one) => [one.account().debt, stateOfLots(one)]);
    unmerge(stays, goes, merge(goes, stays));
    const after = [stays, goes].map((one) => [one.account().debt, stateOfLots(one)]);
    assert.deepEqual(after, before, `case ${place}`);
  }
});

test('what was spent meanwhile stays spent, what is held stays', () => {
  const { stays, goes } = aPair();
  credit(goes, 100);
  const id = merge(goes, stays);
  stays.good('spend', { ...BONUS, points: 30 });
  stays.good('hold', { ...BONUS, points: 20, minutes: 5 });
  const accounts = unmerge(stays, goes, id);
  assert.deepEqual(accounts, [{ ...BONUS, points: 50, debtPoints: 0 }]);
  assert.deepEqual([stays.account().balance, goes.account().balance], [20, 50]);
});

test('a debt that later points have repaid stays repaid', () => {
  const { stays, goes } = aPair();
  goes.good('debit', { ...BONUS, points: 50, reasonCode: 'x' });
  const id = merge(goes, stays);
  credit(stays, 30);
  assert.equal(stays.account().debt, 20);
  unmerge(stays, goes, id);
  assert.deepEqual([stays.account().debt, goes.account().debt], [0, 20]);
});

test('what has burnt meanwhile does not go home', () => {
  const { world, stays, goes } = aPair();
  const expiry = { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' };
  credit(goes, 40, { lifetime: { activation: { when: 'at-once' }, expiry } });
  const id = merge(goes, stays);
  world.pass(DAY);
  assert.deepEqual(unmerge(stays, goes, id), []);
  assert.equal(stays.account().balance, 0);
});

test('a merge is undone once, by the member that stayed', () => {
  const { stays, goes } = aPair();
  credit(stays, 30);
  goes.good('debit', { ...BONUS, points: 10, reasonCode: 'x' });
  const ofOperationId = merge(goes, stays);
  unmerge(stays, goes, ofOperationId);
  const again = { toMemberId: goes.id, ofOperationId };
  assert.deepEqual(stays.refused('unmerge-out', again), {
    code: 'transit-closed',
    details: { state: 'returned' },
  });
  const nowhere = { ...again, ofOperationId: uuidv7(NOW, new Uint8Array(10)) };
  assert.equal(stays.refused('unmerge-out', nowhere).code, 'unknown-operation');
  const self = { ...again, toMemberId: stays.id };
  assert.equal(stays.refused('unmerge-out', self).code, 'transfer-to-self');
});
