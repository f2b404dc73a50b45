import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { tierProgress } from './tier-progress.ts';

const progress = (tierProgress: Record<string, number>) =>
  aReceipt({ member: aMember({ tierProgress }) });

test('progress within bounds is met, without any it is 0', () => {
  assert.equal(checkOf(tierProgress, { minPoints: 100 }, progress({ main: 100 })), null);
  assert.equal(checkOf(tierProgress, { maxPoints: 0 }, progress({})), null);
});

test('too little hears how much is missing, too much does not', () => {
  const low = checkOf(tierProgress, { minPoints: 100, tierGroup: 'wine' }, progress({ main: 99 }));
  assert.deepEqual(low?.distance, { unit: 'points', value: 100 });
  const high = checkOf(tierProgress, { maxPoints: 50 }, progress({ main: 51 }));
  assert.deepEqual([high?.code, high?.distance], ['tier-progress-too-large', null]);
});

test('an anonymous buyer has no progress', () => {
  const missed = checkOf(tierProgress, { maxPoints: 5 }, aReceipt({ member: null }));
  assert.equal(missed?.code, 'not-identified');
  assert.equal(tierProgress.problems({})[0]?.code, 'no-bounds');
});
