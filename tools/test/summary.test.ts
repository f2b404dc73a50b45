import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from './run-suite.ts';
import { summarise } from './summary.ts';

const green: Outcome = { suite: 'pure', passed: 3, failures: [], skips: [], seconds: 1 };
const red: Outcome = {
  suite: 'db',
  passed: 1,
  failures: [{ name: 'sums are zero', file: 'a.db.test.ts', why: 'Error: 1 !== 0\n at a' }],
  skips: [],
  seconds: 2,
};
const skipped: Outcome = { ...green, suite: 'browser', passed: 0, whyNotRun: 'no chromium' };

test('a run of tests ends with the plain line of sums', () => {
  assert.equal(summarise([green], false).at(-1), '3 passed, 0 failed');
  assert.equal(summarise([green, red], false).at(-1), '4 passed, 1 failed');
});

test('a failed test is named with its reason', () => {
  const text = summarise([green, red], false).join('\n');
  assert.match(text, /1\) db: a\.db\.test\.ts sums are zero\n {3}Error: 1 !== 0/);
});

test('a skipped suite says why, and fails the run only in CI', () => {
  const lines = summarise([green, skipped], false);
  assert.ok(lines.includes('skipped: browser: no chromium'));
  assert.equal(lines.at(-1), '3 passed, 0 failed');
  assert.equal(summarise([green, skipped], true).at(-1), '3 passed, 1 failed');
});
