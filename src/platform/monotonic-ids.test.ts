import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidBucket, uuidTime } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { monotonicIds } from './monotonic-ids.ts';
import { systemRandom } from './random.ts';

test('ids of one millisecond rise in the order in which they were made', () => {
  const newId = monotonicIds(systemRandom);
  const now = instant(1_800_000_000_000);
  const ids = Array.from({ length: 4_000 }, () => newId(now, 77));
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => uuidBucket(id) === 77 && uuidTime(id) === now));
});
