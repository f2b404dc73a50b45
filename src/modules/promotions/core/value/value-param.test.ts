import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { valueParam } from './value-param.ts';

const shape = valueParam('kopecks', { ru: 'Сумма', en: 'Amount' }, { minimum: 1, maximum: 9 });

test('a value field says its unit and whether lines may differ in it', () => {
  assert.partialDeepStrictEqual(shape, { 'x-unit': 'kopecks', 'x-value': 'promotion' });
  const perLine = valueParam('kopecks', { ru: 'Сумма', en: 'Amount' }, { isPerLine: true });
  assert.partialDeepStrictEqual(perLine, { 'x-value': 'line' });
});

test('it takes an integer within bounds, or an object', () => {
  assert.deepEqual(
    [1, 9, 0, 10, 1.5, { source: 'local-day' }, 'x'].map((value) => Value.Check(shape, value)),
    [true, true, false, false, false, true, false],
  );
});
