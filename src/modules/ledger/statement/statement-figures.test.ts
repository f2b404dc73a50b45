import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { dayText, figure, momentText, namedFigure, signedFigure } from './statement-figures.ts';

const whole = { divisibility: 0 };
const bonus = {
  divisibility: 0,
  title: { ru: 'Бонусы', en: 'Bonuses' },
  plural: { ru: ['бонус', 'бонуса', 'бонусов'], en: ['bonus', 'bonuses'] },
};
const miles = {
  divisibility: 2,
  title: { ru: 'Мили', en: 'Miles' },
  plural: { ru: ['миля', 'мили', 'миль'], en: ['mile', 'miles'] },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const FIGURES = [
  [0, whole, '0', '0'],
  [999, whole, '999', '999'],
  [1_000, whole, '1 000', '1,000'],
  [-1_234_567, whole, '−1 234 567', '−1,234,567'],
  [-1_234_567, miles, '−12 345,67', '−12,345.67'],
  [5, miles, '0,05', '0.05'],
] as const;

for (const [points, currency, ru, en] of FIGURES) {
  test(`${points} points of ${currency.divisibility} places read ${en}`, () => {
    assert.equal(plain(figure(points, currency, 'ru')), ru);
    assert.equal(plain(figure(points, currency, 'en')), en);
  });
}

test('what came has a plus, what went a minus, nothing has neither', () => {
  const signs = [5, -5, 0].map((points) => signedFigure(points, whole, 'en'));
  assert.deepEqual(signs, ['+5', '−5', '0']);
});

const NAMED = [
  [1, bonus, '1 бонус', '1 bonus'],
  [22, bonus, '22 бонуса', '22 bonuses'],
  [11, bonus, '11 бонусов', '11 bonuses'],
  [1_000_021, bonus, '1 000 021 бонус', '1,000,021 bonuses'],
  [-3, bonus, '−3 бонуса', '−3 bonuses'],
  [150, miles, '1,50 мили', '1.50 miles'],
  [100, miles, '1,00 миля', '1.00 mile'],
  [500, miles, '5,00 миль', '5.00 miles'],
] as const;

for (const [points, currency, ru, en] of NAMED) {
  test(`${points} of ${currency.title.en} are ${en}`, () => {
    assert.equal(plain(namedFigure(points, currency, 'ru')), ru);
    assert.equal(plain(namedFigure(points, currency, 'en')), en);
  });
}

test('a currency without word forms is a figure alone', () => {
  assert.equal(namedFigure(5, { ...bonus, plural: { ru: [], en: [] } }, 'ru'), '5');
});

test('days and moments are told as the language has them, by the wall of the zone', () => {
  const moment = instant(Date.UTC(2026, 2, 1, 22, 5));
  assert.equal(momentText(moment, 'Europe/Moscow', 'ru'), '02.03.2026 01:05');
  assert.equal(momentText(moment, 'UTC', 'en'), '1 Mar 2026 22:05');
  assert.equal(dayText('2026-12-31', 'en'), '31 Dec 2026');
});
