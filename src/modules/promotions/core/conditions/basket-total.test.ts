import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
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

test('a receipt above the upper bound is told so, without a distance', () => {
  const missed = checkOf(basketTotal, { minKopecks: 0, maxKopecks: 84_999 }, receipt);
  assert.equal(missed?.code, 'basket-total-too-large');
  assert.equal(missed?.distance, null);
});

test('the sum is the one of the stage that is named', () => {
  const after = { minKopecks: 85_000, stage: 'after-discounts' };
  const cheaper = {
    facts: receipt,
    change: ({ slices }: { slices: { price: Float64Array } }) => {
      slices.price[0] = 50_000;
    },
  };
  assert.equal(checkOf(basketTotal, { minKopecks: 85_000 }, cheaper), null);
  assert.equal(checkOf(basketTotal, after, cheaper)?.distance?.value, 10_000);
});

test('what is paid by a method needs its methods, and nothing else does', () => {
  const codesOf = (params: object) => basketTotal.problems(params).map(({ code }) => code);
  assert.deepEqual(codesOf({ minKopecks: 1, stage: 'paid-by' }), ['methods-missing']);
  assert.deepEqual(codesOf({ minKopecks: 1, methods: ['sbp'] }), ['methods-unused']);
  assert.deepEqual(codesOf({ minKopecks: 2, maxKopecks: 1 }), ['bounds-crossed']);
  assert.deepEqual(codesOf({ minKopecks: 1, stage: 'paid-by', methods: ['sbp'] }), []);
});
