import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { basketTotal } from './basket-total.ts';

const receipt = aReceipt({ lines: [{ priceKopecks: 60_000 }, { priceKopecks: 25_000 }] });

test('both bounds of the total belong to the promotion', () => {
  assert.equal(checkOf(basketTotal, { minKopecks: 85_000 }, receipt), null);
  assert.equal(checkOf(basketTotal, { minKopecks: 1, maxKopecks: 85_000 }, receipt), null);
});

test('a receipt that is too small hears how much is missing', () => {
  const missed = checkOf(basketTotal, { minKopecks: 100_000 }, receipt);
  assert.equal(missed?.code, 'basket-total-too-small');
  assert.deepEqual(missed?.distance, { unit: 'kopecks', value: 15_000 });
  assert.deepEqual(missed?.text, { ru: 'ещё 150,00\u00a0₽', en: '150.00\u00a0₽ more' });
});

test('a receipt above the upper bound is told so', () => {
  const missed = checkOf(basketTotal, { minKopecks: 0, maxKopecks: 84_999 }, receipt);
  assert.equal(missed?.code, 'basket-total-too-large');
});

test('an upper bound below the lower one is a mistake', () => {
  const problems = basketTotal.problems({ minKopecks: 2, maxKopecks: 1 });
  assert.deepEqual(
    problems.map(({ field, code }) => [field, code]),
    [['maxKopecks', 'bounds-crossed']],
  );
});
