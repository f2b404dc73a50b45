import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const ONE_DAY = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
} as const;

test('what has burnt is written off in every currency, and twice is once', () => {
  const world = aWorld({ terms: { bonus: { lifetime: ONE_DAY }, stars: { lifetime: ONE_DAY } } });
  const member = world.member();
  for (const currencyCode of ['stars', 'bonus']) {
    member.good('credit', { currencyCode, points: 10, reasonCode: 'x' });
  }
  member.good('hold', { currencyCode: 'bonus', points: 4, minutes: 1440 });
  assert.deepEqual(member.good('expire', {}), { accounts: [] });
  world.pass(DAY);
  assert.deepEqual(member.good('expire', {}), {
    accounts: [
      { currencyCode: 'bonus', points: 6 },
      { currencyCode: 'stars', points: 10 },
    ],
  });
  assert.deepEqual(member.good('expire', {}), { accounts: [] });
  assert.deepEqual(member.remaining(), [4]);
});
