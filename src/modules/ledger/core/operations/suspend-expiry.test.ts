import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';
import { spendable } from '../account.ts';

const BONUS = { currencyCode: 'bonus' };

function aMember() {
  const expiry = { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' } as const;
  const lifetime = { activation: { when: 'at-once' }, expiry } as const;
  const world = aWorld({ terms: { bonus: { lifetime } } });
  const member = world.member();
  member.good('credit', { ...BONUS, points: 50, reasonCode: 'x' });
  return { world, member };
}

test('suspended points keep their date and lapse when burning is resumed', () => {
  const { world, member } = aMember();
  const suspended = member.good('suspend-expiry', { ...BONUS, isSuspended: true });
  assert.deepEqual(suspended, { isSuspended: true, isChanged: true });
  world.pass(30 * DAY);
  member.good('expire', {});
  assert.deepEqual([spendable(member.account()), member.remaining()], [50, [50]]);
  member.good('suspend-expiry', { ...BONUS, isSuspended: false });
  assert.deepEqual(member.remaining(), [0]);
  assert.deepEqual(member.entries(1), [
    ['suspension', 0],
    ['suspension', 0],
    ['expiry', -50],
  ]);
});

test('what has burnt before is not woken by a suspension', () => {
  const { world, member } = aMember();
  world.pass(DAY);
  member.good('suspend-expiry', { ...BONUS, isSuspended: true });
  assert.deepEqual(member.entries(1), [
    ['expiry', -50],
    ['suspension', 0],
  ]);
});

test('what is so already changes nothing', () => {
  const { member } = aMember();
  const result = member.good('suspend-expiry', { ...BONUS, isSuspended: false });
  assert.deepEqual(result, { isSuspended: false, isChanged: false });
  assert.equal(member.entries().length, 1);
});
