import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyPoints, pointsWord, readPoints } from './currency-points.ts';

const plain = (text: string | undefined): string => (text ?? '').replaceAll(/\s/g, ' ');
const bonus = {
  divisibility: 0,
  plural: { ru: ['бонус', 'бонуса', 'бонусов'], en: ['point', 'points'] },
};
const litre = {
  divisibility: 2,
  plural: { ru: ['литр', 'литра', 'литров'], en: ['litre', 'litres'] },
};

test('points carry the word of their currency in the right plural form', () => {
  const words = [1, 2, 5, 11, 21, 104, 1_250].map((n) => pointsWord(n, bonus, 'ru'));
  const wanted = ['бонус', 'бонуса', 'бонусов', 'бонусов', 'бонус', 'бонуса', 'бонусов'];
  assert.deepEqual(words, wanted);
  assert.deepEqual(
    [1, 2, 21].map((n) => pointsWord(n, bonus, 'en')),
    ['point', 'points', 'points'],
  );
  assert.equal(plain(currencyPoints(-1_250, bonus, { locale: 'ru' })), '−1 250 бонусов');
  assert.equal(plain(currencyPoints(1, bonus, { locale: 'en', sign: true })), '+1 point');
});

test('fractions of a point take the form that Russian gives to fractions', () => {
  assert.equal(plain(currencyPoints(4_250, litre, { locale: 'ru' })), '42,50 литра');
  assert.equal(plain(currencyPoints(100, litre, { locale: 'ru' })), '1,00 литра');
  assert.equal(plain(currencyPoints(4_250, litre, { locale: 'en' })), '42.50 litres');
});

test('a currency without words of its own leaves the choice to the screen', () => {
  const nameless = { divisibility: 0, plural: { ru: [], en: [] } };
  assert.equal(pointsWord(1, nameless, 'ru'), undefined);
  assert.equal(currencyPoints(1, nameless, { locale: 'en' }), undefined);
});

test('typed points are read with the decimals of their currency and no more', () => {
  assert.equal(readPoints('1 250', 0), 1_250);
  assert.equal(readPoints('42,5', 2), 4_250);
  assert.equal(readPoints(' 42.50 ', 2), 4_250);
  assert.equal(readPoints('7', 2), 700);
  for (const typed of ['', '0', '-5', '1.5', '1e3', 'сто', '1,234']) {
    assert.equal(readPoints(typed, typed === '1,234' ? 2 : 0), undefined, typed);
  }
});
