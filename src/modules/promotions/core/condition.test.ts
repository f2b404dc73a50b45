import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { readerOf, reason } from './condition.ts';
import { basketTotal } from './conditions/basket-total.ts';

test('parameters that do not fit the schema stop the compilation', () => {
  assert.throws(() => basketTotal.compile({ minKopecks: -1 }, 'promotion'), /basket-total/);
  assert.throws(() => readerOf('x', basketTotal.params)(null), /do not fit/);
});

test('a reason is worked out only when it is asked for', () => {
  const receipt = aReceipt();
  const missed = basketTotal.compile({ minKopecks: 20_000 }, 'promotion')(
    receipt,
    openBasket(receipt),
  );
  assert.equal(typeof missed, 'function');
  assert.equal(missed?.().code, 'basket-total-too-small');
});

test('a reason without a distance says so', () => {
  assert.equal(reason('x', { ru: 'а', en: 'a' }).distance, null);
});
