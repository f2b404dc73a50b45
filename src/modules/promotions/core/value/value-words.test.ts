import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyWords, percentWords } from '../describe/words.ts';
import { sourceWords, valueWords } from './value-words.ts';

test('a scale is told row by row in its units', () => {
  const value = {
    steps: {
      source: 'basket-total:gross',
      rows: [
        { from: 0, value: 300 },
        { from: 100_000, value: 500 },
      ],
    },
  };
  assert.deepEqual(valueWords(value, percentWords), {
    ru: 'по шкале (сумма чека до скидок): с 0,00\u00a0₽ — 3\u00a0%, с 1\u00a0000,00\u00a0₽ — 5\u00a0%',
    en: 'by the scale (the receipt’s total before discounts): from 0.00\u00a0₽ 3%, from 1,000.00\u00a0₽ 5%',
  });
});

test('tables, goods, lists and arithmetic have their words', () => {
  for (const [value, words] of [
    [5000, '50.00\u00a0₽'],
    [{ source: 'purchases-before' }, 'the number of earlier purchases'],
    [
      { table: { keys: ['tier:main', 'store'], rows: [] } },
      'by the table (the tier of main × the store)',
    ],
    [{ attribute: 'fat' }, 'the goods’ fat'],
    [{ personal: 'mine' }, 'by the personal list mine'],
    [{ times: [{ source: 'local-day' }, 100] }, '(the day of the month × 100)'],
    [{ least: [5, { source: 'counter:a' }] }, 'the least of (5; the counter a)'],
    [{ over: [1, 2] }, '(1 ÷ 2)'],
  ] as const) {
    assert.equal(valueWords(value as Parameters<typeof valueWords>[0], moneyWords).en, words);
  }
});

test('a source that does not exist is shown as it stands', () => {
  assert.equal(sourceWords('moon').ru, 'moon');
});
