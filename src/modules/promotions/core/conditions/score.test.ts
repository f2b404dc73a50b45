import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { score } from './score.ts';

const scored = (churn: number) => aReceipt({ member: aMember({ scores: { churn } }) });
const HIGH = { scoreCode: 'churn', minScore: 70, maxScore: 90 };

test('both bounds belong to the score, and there is no distance to it', () => {
  assert.equal(checkOf(score, HIGH, scored(70)), null);
  assert.equal(checkOf(score, HIGH, scored(90)), null);
  const missed = checkOf(score, HIGH, scored(69));
  assert.deepEqual([missed?.code, missed?.distance], ['wrong-score', null]);
});

test('an absent score misses whatever the bounds', () => {
  assert.equal(
    checkOf(score, { scoreCode: 'churn', maxScore: 99 }, aReceipt())?.code,
    'wrong-score',
  );
  assert.equal(checkOf(score, HIGH, aReceipt({ member: null }))?.code, 'not-identified');
});
