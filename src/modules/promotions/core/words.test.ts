import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockWords,
  daysWords,
  decimalWords,
  joinWords,
  moneyWords,
  percentWords,
  pointsWords,
  purchasesWords,
  sameWords,
  weekdayWords,
} from './words.ts';

test('money is written as each language writes it', () => {
  assert.deepEqual(moneyWords(123_456_789), {
    ru: '1\u00a0234\u00a0567,89\u00a0₽',
    en: '1,234,567.89\u00a0₽',
  });
  assert.equal(moneyWords(-5).ru, '−0,05\u00a0₽');
});

test('Russian nouns follow their numbers', () => {
  const noun = (n: number) => pointsWords(n).ru.split('\u00a0').at(-1);
  assert.deepEqual([1, 2, 5, 11, 21, 112].map(noun), [
    'балл',
    'балла',
    'баллов',
    'баллов',
    'балл',
    'баллов',
  ]);
  assert.equal(daysWords(3).ru, '3\u00a0дня');
  assert.equal(purchasesWords(1).en, '1 purchase');
});

test('fractions drop their empty tails', () => {
  assert.deepEqual(decimalWords(1250, 100), { ru: '12,5', en: '12.5' });
  assert.deepEqual(decimalWords(2005, 1000), { ru: '2,005', en: '2.005' });
  assert.equal(percentWords(700).en, '7%');
});

test('hours and days have their names', () => {
  assert.deepEqual([0, 1350, 1440].map(clockWords), ['00:00', '22:30', '24:00']);
  assert.deepEqual(weekdayWords(7), { ru: 'вс', en: 'Sun' });
});

test('parts are joined by each language’s own joint', () => {
  const joint = { ru: ' и ', en: ' and ' };
  assert.deepEqual(joinWords([sameWords('a'), sameWords('b')], joint), {
    ru: 'a и b',
    en: 'a and b',
  });
});
