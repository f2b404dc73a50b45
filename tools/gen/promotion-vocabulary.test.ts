import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vocabularyPage } from './promotion-vocabulary.ts';

test('the page tells a condition by its sentences, parameters and units', () => {
  const row = vocabularyPage()
    .text.split('\n')
    .find((line) => line.startsWith('| `birthday-window` |'));
  assert.ok(row?.includes('`daysBefore`: days 0 … 180'), row);
  assert.ok(row?.includes('день рождения'), row);
});
