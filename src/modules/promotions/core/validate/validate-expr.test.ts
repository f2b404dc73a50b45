import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whenProblems } from './validate-expr.ts';

const SURROUNDINGS = { hasLines: true, aggregateKeys: new Set(['dairy']) };
const codesOf = (...when: unknown[]) =>
  whenProblems(when, SURROUNDINGS).map(({ path, code }) => `${path} ${code}`);
const GOOD = { condition: 'identified', params: {} };

test('sound conditions and groups have no problems', () => {
  assert.deepEqual(codesOf({ all: [GOOD, { any: [GOOD] }, { not: GOOD }] }), []);
});

test('a mistake deep in a group is named by its whole path', () => {
  assert.deepEqual(codesOf({ any: [GOOD, { not: { condition: 'moon', params: {} } }] }), [
    '/when/0/any/1/not/condition unknown-condition',
  ]);
});

test('things that are no condition are refused', () => {
  assert.deepEqual(codesOf(null), ['/when/0 wrong-type']);
  assert.deepEqual(codesOf({}), ['/when/0 wrong-type']);
  assert.deepEqual(codesOf({ all: [] }), ['/when/0/all wrong-type']);
  assert.deepEqual(codesOf({ condition: 'identified' }), ['/when/0/params field-missing']);
  assert.deepEqual(codesOf({ not: GOOD, or: 1 }), ['/when/0/or field-unknown']);
});

test('groups nest eight deep, and there are two hundred conditions at most', () => {
  const nested = (depth: number): unknown => (depth === 0 ? GOOD : { not: nested(depth - 1) });
  assert.deepEqual(codesOf(nested(7)), []);
  assert.equal(codesOf(nested(8))[0]?.split(' ')[1], 'too-deep');
  const many = { all: Array.from({ length: 150 }, () => GOOD) };
  assert.deepEqual(codesOf(many, many), ['/when too-many']);
});

test('a query of the history must be declared', () => {
  const onHistory = (aggregateKey: string) => ({
    condition: 'history',
    params: { aggregateKey, measure: 'receipts', test: { op: 'ge', value: 1 } },
  });
  assert.deepEqual(codesOf(onHistory('dairy')), []);
  assert.deepEqual(codesOf(onHistory('bread')), ['/when/0/params/aggregateKey unknown-aggregate']);
});
