import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodRange, readReceiptsSearch } from './search.ts';

test('filters of the feed that make no sense are left out of the address', () => {
  const read = readReceiptsSearch({ store: 'KGD1', period: 'never', from: 'x', state: 'sale' });
  assert.deepEqual(read, { store: 'KGD1', state: 'sale' });
});

test('yesterday in the feed is one whole day', () => {
  const { from, to } = periodRange({ period: 'yesterday' }, new Date('2026-11-22T12:00:00Z'));
  assert.equal(Date.parse(to ?? '') - Date.parse(from ?? ''), 86_400_000);
});

test('the last day of a chosen period belongs to it', () => {
  const search = { period: 'days', from: '2026-11-01', to: '2026-11-01' } as const;
  const { from, to } = periodRange(search, new Date('2026-11-22T12:00:00Z'));
  assert.equal(Date.parse(to ?? '') - Date.parse(from ?? ''), 86_400_000);
});

test('all time has no bounds', () => {
  assert.deepEqual(periodRange({}, new Date('2026-11-22T12:00:00Z')), {});
});
