import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingOf } from './explained.ts';

test('a finding begins with nothing given', () => {
  assert.deepEqual(findingOf('missed', null), {
    verdict: 'missed',
    reason: null,
    distance: null,
    by: null,
    discountKopecks: 0,
    points: [],
  });
});
