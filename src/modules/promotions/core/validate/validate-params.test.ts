import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCondition, findEffect } from '../language/registry.ts';
import { useProblems } from './validate-params.ts';

const SURROUNDINGS = { hasLines: true, aggregateKeys: new Set<string>() };
const codesOf = (entry: Parameters<typeof useProblems>[0], params: unknown) =>
  useProblems(entry, { path: '/then/0', field: 'effect', params, surroundings: SURROUNDINGS }).map(
    ({ path, code }) => `${path} ${code}`,
  );
const percent = findEffect('percent-off');

test('an entry that does not exist is named by its field', () => {
  assert.deepEqual(codesOf(undefined, {}), ['/then/0/effect unknown-effect']);
});

test('a number of a value field keeps its own bounds, a Value its own words', () => {
  assert.deepEqual(codesOf(percent, { rateBasisPoints: 500 }), []);
  assert.deepEqual(codesOf(percent, { rateBasisPoints: 20_000 }), [
    '/then/0/params/rateBasisPoints too-large',
  ]);
  assert.deepEqual(codesOf(percent, { rateBasisPoints: { attribute: 'rate' } }), []);
  assert.deepEqual(codesOf(percent, { rateBasisPoints: { source: 'moon' } }), [
    '/then/0/params/rateBasisPoints/source unknown-source',
  ]);
  assert.deepEqual(codesOf(percent, {}), ['/then/0/params/rateBasisPoints field-missing']);
});

test('what the entry itself says comes after its shape', () => {
  const total = findCondition('basket-total');
  assert.deepEqual(codesOf(total, { minKopecks: 2, maxKopecks: 1 }), [
    '/then/0/params/maxKopecks bounds-crossed',
  ]);
  assert.deepEqual(codesOf(total, { minKopecks: 2, maxKopecks: 1, more: 1 }), [
    '/then/0/params/more field-unknown',
  ]);
});
