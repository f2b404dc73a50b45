import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockWords,
  daysWords,
  decimalWords,
  distanceWords,
  joinWords,
  moneyWords,
  namesWords,
  numberWords,
  percentWords,
  pointsWords,
  purchasesWords,
  quantityWords,
  sameWords,
  textOf,
  timesWords,
  unitsWords,
  waitWords,
  weekdayWords,
  yearsWords,
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

test('quantities, times and waits are told as people say them', () => {
  assert.equal(quantityWords(2500).ru, '2,5\u00a0ед.');
  assert.equal(unitsWords(1).en, '1 unit');
  assert.deepEqual(timesWords(1), { ru: '1\u00a0раз', en: 'once' });
  assert.equal(timesWords(3).ru, '3\u00a0раза');
  assert.deepEqual(waitWords(135), { ru: '2\u00a0ч 15\u00a0мин', en: '2 h 15 min' });
  assert.equal(waitWords(0).en, '0 min');
  assert.equal(yearsWords(21).ru, '21\u00a0год');
});

test('numbers below zero keep their sign', () => {
  assert.deepEqual(numberWords(-12_345), { ru: '−12\u00a0345', en: '−12,345' });
  assert.equal(decimalWords(-1250, 100).en, '−12.5');
  assert.equal(pointsWords(-3).ru, '−3\u00a0балла');
});

test('a distance is told in its unit', () => {
  assert.equal(distanceWords('kopecks', 6000).en, '60.00\u00a0₽');
  assert.equal(distanceWords('days', 2).ru, '2\u00a0дня');
  assert.equal(distanceWords('times', 7).en, '7');
});

test('long lists of names are cut short', () => {
  assert.equal(namesWords(['a', 'b', 'c', 'd', 'e', 'f']).en, 'a, b, c, d, e, f');
  assert.equal(namesWords(['a', 'b', 'c', 'd', 'e', 'f', 'g']).ru, 'a, b, c, d, e и ещё 2');
});

test('a text is known by its two languages', () => {
  assert.deepEqual(textOf({ ru: 'а', en: 'a', more: 1 }), { ru: 'а', en: 'a' });
  assert.equal(textOf({ ru: 'а' }), undefined);
  assert.equal(textOf('a'), undefined);
});
