import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit } from '../language/limit-shape.ts';
import { limitsProblems } from './validate-limits.ts';

const limit = (wish: Partial<Limit>): Limit => ({
  code: 'a',
  unit: 'times',
  subject: 'member',
  period: 'day',
  max: 1,
  ...wish,
});
const codesOf = (limits: readonly Limit[], selector = 'all') =>
  limitsProblems(limits, selector).map(({ path, code }) => `${path} ${code}`);

test('limits have codes of their own', () => {
  assert.deepEqual(codesOf([limit({}), limit({ code: 'b' })]), []);
  assert.deepEqual(codesOf([limit({}), limit({})]), ['/limits/1/code limit-code-twice']);
});

test('sets are counted where there are sets', () => {
  const sets = [limit({ unit: 'sets' })];
  assert.deepEqual(codesOf(sets), ['/limits/0/unit limit-needs-sets']);
  assert.deepEqual(codesOf(sets, 'n-plus-m'), []);
});

test('on a line only money and quantity are limited', () => {
  assert.deepEqual(codesOf([limit({ subject: 'line', unit: 'kopecks' })]), []);
  assert.deepEqual(codesOf([limit({ subject: 'line' })]), ['/limits/0/unit limit-not-by-line']);
});
