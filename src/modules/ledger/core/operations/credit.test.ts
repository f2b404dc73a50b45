import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const SLIDING = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 10, unit: 'day', from: 'accrual', endOf: 'none', slides: true },
} as const;
const CREDIT = { currencyCode: 'bonus', points: 100, reasonCode: 'late-delivery' };

test('points given by hand say why, and belong to no promotion', () => {
  const member = aWorld().member();
  member.good('credit', CREDIT);
  const [entry] = member.book.entries;
  assert.deepEqual(
    [entry?.kind, entry?.memo, entry?.contraAccount],
    ['credit', 'late-delivery', 'adjustments'],
  );
  assert.equal(member.lots()[0]?.promotionCode, 'late-delivery');
});

test('a credit is no activity of the member', () => {
  const world = aWorld({ terms: { bonus: { lifetime: SLIDING } } });
  const member = world.member();
  member.good('credit', CREDIT);
  world.pass(DAY);
  member.good('credit', CREDIT);
  assert.equal(member.lots()[0]?.expiresAt, daysLater(10));
});
