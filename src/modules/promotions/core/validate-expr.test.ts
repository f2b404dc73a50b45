import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exprProblems } from './validate-expr.ts';

const codesOf = (json: unknown) =>
  exprProblems(json, '/when/0').map(({ path, code }) => `${path} ${code}`);
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

test('groups nested too deep are refused before the stack feels it', () => {
  let nested: unknown = GOOD;
  for (let i = 0; i < 100_000; i += 1) nested = { not: nested };
  assert.match(codesOf(nested)[0] ?? '', /too-deep$/);
});
