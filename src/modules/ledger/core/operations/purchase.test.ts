import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorld } from '../../testing/world.ts';

test('bought points say what was paid', () => {
  const member = aWorld().member();
  const params = { currencyCode: 'bonus', points: 100, kopecks: 5_000 };
  const { points, kopecks } = member.good('purchase', params);
  assert.deepEqual([points, kopecks], [100, 5_000]);
  const [entry] = member.book.entries;
  assert.deepEqual([entry?.memo, entry?.contraAccount], ['5000', 'point-sales']);
});

test('a purchase with a date that does not exist is refused', () => {
  const lifetime = {
    activation: { when: 'date', date: '2026-13-01' },
    expiry: { when: 'never' },
  };
  const params = { currencyCode: 'bonus', points: 100, kopecks: 5_000, lifetime };
  assert.equal(aWorld().member().refused('purchase', params).code, 'unreal-date');
});
