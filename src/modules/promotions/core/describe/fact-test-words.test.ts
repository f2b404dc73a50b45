import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFactTest, scalarWords, testWords } from './fact-test-words.ts';
import { moneyWords } from './words.ts';

test('a test is told with its values', () => {
  assert.deepEqual(testWords({ op: 'ge', value: 1500 }), {
    ru: 'не меньше 1\u00a0500',
    en: 'is at least 1,500',
  });
  assert.equal(testWords({ op: 'between', min: 1, max: 3 }).en, 'is within 1 … 3');
  assert.equal(testWords({ op: 'in', values: ['a', 'b', true] }).ru, 'одно из a, b, да');
  assert.equal(testWords({ op: 'absent' }).ru, 'неизвестно');
});

test('numbers may be shown in a unit, long lists are cut', () => {
  const money = (value: unknown) => moneyWords(Number(value));
  assert.equal(testWords({ op: 'ge', value: 5000 }, money).en, 'is at least 50.00\u00a0₽');
  const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  assert.equal(testWords({ op: 'in', values }).en, 'is one of a, b, c, d, e, f, and 2 more');
});

test('what is no test is seen', () => {
  assert.equal(isFactTest({ op: 'ge', value: 1 }), true);
  assert.equal(isFactTest({ op: 'about', value: 1 }), false);
  assert.equal(scalarWords(false).en, 'no');
});
