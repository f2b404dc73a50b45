import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testParam } from './test-param.ts';

test('a test says by which field its numbers are shown', () => {
  const label = { ru: 'Сравнение', en: 'Comparison' };
  const unitBy = { field: 'measure', units: { kopecks: 'kopecks' } };
  assert.partialDeepStrictEqual(testParam(label, unitBy), {
    'x-unit': 'test',
    'x-unit-by': unitBy,
    'x-label': label,
  });
  assert.equal('x-unit-by' in testParam(label), false);
});
