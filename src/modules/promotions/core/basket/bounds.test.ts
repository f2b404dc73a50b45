import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsProblems, openBoundsProblems } from './bounds.ts';

const codesOf = (problems: readonly { readonly field: string; readonly code: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`);

test('crossed bounds are named by the upper one', () => {
  assert.deepEqual(codesOf(boundsProblems({ min: 2, max: 1 }, 'min', 'max')), [
    'max bounds-crossed',
  ]);
  assert.deepEqual(boundsProblems({ min: '2026-01-01', max: '2026-01-01' }, 'min', 'max'), []);
  assert.deepEqual(boundsProblems({ max: 1 }, 'min', 'max'), []);
});

test('a pair without any bound says nothing', () => {
  assert.deepEqual(codesOf(openBoundsProblems({}, 'min', 'max')), ['min no-bounds']);
  assert.deepEqual(openBoundsProblems({ max: 0 }, 'min', 'max'), []);
});
