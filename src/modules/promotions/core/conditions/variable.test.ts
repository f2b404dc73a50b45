import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { variable } from './variable.ts';

const BIG = { variable: 'score', test: { op: 'ge', value: 10 } };
const withScore = (score: number) => ({
  facts: aReceipt(),
  change: ({ variables }: { variables: Map<string, number> }) => {
    variables.set('score', score);
  },
});

test('a variable passes its test', () => {
  assert.equal(checkOf(variable, BIG, withScore(10)), null);
  const missed = checkOf(variable, BIG, withScore(7));
  assert.equal(missed?.code, 'wrong-variable');
  assert.deepEqual(missed?.distance, { unit: 'times', value: 3 });
});

test('a variable that nobody set is 0', () => {
  assert.equal(checkOf(variable, BIG, aReceipt())?.distance?.value, 10);
});
