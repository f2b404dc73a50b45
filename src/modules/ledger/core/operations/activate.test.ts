import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { DAY, daysLater, NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';
import { spendable } from '../account.ts';

const BONUS = { currencyCode: 'bonus' };
const AWAITING = {
  activation: { when: 'confirmed', confirmation: 'delivery' },
  expiry: { when: 'after', count: 10, unit: 'day', from: 'activation', endOf: 'none' },
} as const;
const RECEIPTS = [1, 2].map((n) => uuidv7(NOW, new Uint8Array(10).fill(n)));

function aMember(lifetime: object = AWAITING) {
  const world = aWorld({ terms: { bonus: { debt: { debit: 'allow' } } } });
  const member = world.member();
  for (const receiptId of RECEIPTS) {
    const earn = { ...BONUS, points: 50, promotionCode: 'base', lifetime };
    member.good('earn', earn, { receiptId });
  }
  return { world, member };
}

const DELIVERED = { ...BONUS, confirmation: 'delivery' };

test('points wait for their confirmation and live from it', () => {
  const { world, member } = aMember();
  assert.equal(spendable(member.account()), 0);
  world.pass(3 * DAY);
  const [receiptId] = RECEIPTS;
  member.good('activate', { ...DELIVERED, receiptId }, { occurredAt: daysLater(2) });
  assert.deepEqual(
    member.lots().map((lot) => [lot.awaits, lot.activeFrom, lot.expiresAt]),
    [
      [null, daysLater(2), daysLater(12)],
      ['delivery', NOW, null],
    ],
  );
  assert.equal(spendable(member.account()), 50);
  assert.deepEqual(member.good('activate', DELIVERED)['lotIds'], [member.lots()[1]?.id]);
  assert.equal(member.refused('activate', DELIVERED).code, 'nothing-to-activate');
});

test('an end that counts from the accrual stays, and what has burnt is not woken', () => {
  const expiry = { ...AWAITING.expiry, from: 'accrual' };
  const { world, member } = aMember({ ...AWAITING, expiry });
  const [receiptId] = RECEIPTS;
  member.good('activate', { ...DELIVERED, receiptId });
  assert.equal(member.lots()[0]?.expiresAt, daysLater(10));
  world.pass(10 * DAY);
  assert.equal(member.refused('activate', DELIVERED).code, 'nothing-to-activate');
});

test('a confirmation that comes after its points could live burns them', () => {
  const { world, member } = aMember();
  world.pass(20 * DAY);
  member.good('activate', DELIVERED, { occurredAt: daysLater(1) });
  assert.deepEqual(member.entries(2), [
    ['activation', 0],
    ['expiry', -100],
  ]);
});

test('points that a confirmation wakes repay what is owed', () => {
  const { world, member } = aMember();
  const gone = world.member(2);
  gone.good('debit', { ...BONUS, points: 60, reasonCode: 'x' });
  const { transit } = gone.good('merge-out', { toMemberId: member.id });
  member.good('merge-in', { transit });
  assert.equal(member.account().debt, 60);
  member.good('activate', DELIVERED);
  assert.deepEqual([member.account().debt, member.account().balance], [0, 40]);
});
