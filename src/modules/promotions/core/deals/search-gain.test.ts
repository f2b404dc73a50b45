import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchOf, setsOf, type TryWish } from '../../testing/try-builders.ts';
import { amountOff } from '../effects/amount-off.ts';
import { earnFixed } from '../effects/earn-fixed.ts';
import { fixedPrice } from '../effects/fixed-price.ts';
import { giftGoods } from '../effects/gift-goods.ts';
import { percentOff } from '../effects/percent-off.ts';
import { setPrice } from '../effects/set-price.ts';
import type { Effect } from '../language/effect.ts';

const TEA: TryWish = { lines: [{ sku: 'tea', priceKopecks: 335 }] };
/** What a search counts for one set of one unit. */
const gainOf = (gain: readonly [effect: Effect, params: unknown], wish = TEA) =>
  searchOf([{ params: setsOf(['tea']), gain }], wish).found.value;

test('a unit gains what its promotion’s first effect takes off it', () => {
  for (const [effect, params, gain] of [
    [percentOff, { rateBasisPoints: 1000 }, 34],
    [percentOff, { rateBasisPoints: 10_000 }, 335],
    [amountOff, { amountKopecks: 50, per: 'unit' }, 50],
    [amountOff, { amountKopecks: 999, per: 'kilogram' }, 335],
    [fixedPrice, { priceKopecks: 300 }, 35],
    [fixedPrice, { priceKopecks: 336 }, 0],
    [setPrice, { priceKopecks: 300 }, 35],
    [setPrice, { priceKopecks: 336 }, 0],
  ] as const) {
    assert.equal(gainOf([effect, params]), gain, `${effect.code} ${JSON.stringify(params)}`);
  }
});

test('any other effect counts a unit by its price', () => {
  for (const [effect, params] of [
    [amountOff, { amountKopecks: 1, per: 'selection' }],
    [amountOff, { amountKopecks: 1, per: 'set' }],
    [giftGoods, { priceKopecks: 1 }],
    [earnFixed, { points: 1, per: 'unit' }],
  ] as const) {
    assert.equal(gainOf([effect, params]), 335, effect.code);
  }
});

test('gains go by the unit price without odd kopecks, and by weight', () => {
  const odd = { lines: [{ sku: 'tea', quantityMilli: 3000, grossKopecks: 1000 }] };
  assert.equal(gainOf([percentOff, { rateBasisPoints: 10_000 }], odd), 999);
  const weighed = {
    lines: [{ sku: 'tea', quantityMilli: 1500, priceKopecks: 500, isWeighed: true }],
  };
  assert.equal(gainOf([fixedPrice, { priceKopecks: 399 }], weighed), 151);
  assert.equal(gainOf([amountOff, { amountKopecks: 101, per: 'unit' }], weighed), 151);
});

test('floors do not cut gains', () => {
  const floored = { lines: [{ sku: 'tea', priceKopecks: 335, minPriceKopecks: 330 }] };
  assert.equal(gainOf([percentOff, { rateBasisPoints: 10_000 }], floored), 335);
});

test('a Value per line is that of the unit’s line', () => {
  const lines = [5000, 1000].map((rate) => ({
    sku: 'tea',
    priceKopecks: 100,
    attributes: { rate },
  }));
  const rate = { rateBasisPoints: { attribute: 'rate' } };
  assert.equal(gainOf([percentOff, rate], { lines }), 60);
});
