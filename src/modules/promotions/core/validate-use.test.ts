import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateRange } from './conditions/date-range.ts';
import { useProblems } from './validate-use.ts';

const problemsOf = (params: unknown) =>
  useProblems(dateRange, { path: '/when/2', field: 'condition', params }).map(
    ({ path, code }) => `${path} ${code}`,
  );

test('first the schema speaks, then the entry itself', () => {
  assert.deepEqual(problemsOf({ fromDate: 5 }), ['/when/2/params/fromDate wrong-type']);
  assert.deepEqual(problemsOf({ fromDate: '2026-02-30' }), ['/when/2/params/fromDate no-such-day']);
  assert.deepEqual(problemsOf({ fromDate: '2026-02-01' }), []);
});

test('a code that nobody knows is the only problem of its use', () => {
  const use = { path: '/select', field: 'selector', params: 5 } as const;
  assert.deepEqual(
    useProblems(undefined, use).map(({ path, code }) => [path, code]),
    [['/select/selector', 'unknown-selector']],
  );
});
