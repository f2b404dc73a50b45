import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHistory, aReceipt } from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { newBasket, openBasket } from '../basket/open-basket.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import {
  compileMeasure,
  isMeasure,
  MEASURE_PARAM,
  type Measure,
  PARAM_UNIT_BY_MEASURE,
  UNIT_BY_MEASURE,
} from './history-measure.ts';

test('every measure has a unit for its distance and one for its form', () => {
  const measures = MEASURE_PARAM.map((option) => option.const);
  assert.deepEqual(Object.keys(UNIT_BY_MEASURE), measures);
  assert.deepEqual(Object.keys(PARAM_UNIT_BY_MEASURE), measures);
});

test('what is no measure is seen', () => {
  assert.equal(isMeasure('kopecks'), true);
  assert.equal(isMeasure('toString'), false);
});

/** A measure of what was bought of tea, on a receipt of 2 tea for 300.00 (now 270.00) and a cup. */
function read(
  measure: Measure,
  includesThis: boolean,
  { sku = 'tea', isKnown = true } = {},
): number {
  const registry = newGoodsRegistry();
  const aggregates = [{ key: 'k', period: { lastDays: 30 }, skus: ['tea'] }];
  const ask = compileMeasure(
    { aggregateKey: 'k', measure, includesThis },
    contextOf(registry.refOf, { aggregates }),
  );
  const past = aHistory({
    receipts: 3,
    kopecks: 100_000,
    milli: 5500,
    discountKopecks: 700,
    accruedPoints: 11,
    paidPoints: 12,
    skus: 1,
    stores: 2,
    largestKopecks: 26_999,
  });
  const facts = aReceipt({
    lines: [{ sku, quantityMilli: 2000, priceKopecks: 15_000 }, { sku: 'cup' }],
    history: isKnown ? { k: past } : {},
  });
  const basket = newBasket(registry.planOf([]));
  openBasket(basket, facts, { settings: DEFAULT_SETTINGS, path: '' });
  basket.slices.price[0] = 27_000;
  return ask(facts, basket);
}

for (const [measure, past, withThis] of [
  ['receipts', 3, 4],
  ['kopecks', 100_000, 127_000],
  ['milli', 5500, 7500],
  ['discountKopecks', 700, 3700],
  ['accruedPoints', 11, 11],
  ['paidPoints', 12, 12],
  ['skus', 1, 1],
  ['stores', 2, 2],
  ['largestKopecks', 26_999, 27_000],
  // 1,000.00 of three receipts, 1,270.00 of four.
  ['averageKopecks', 33_333, 31_750],
] as const) {
  test(`${measure} is ${past}, with this receipt ${withThis}`, () => {
    assert.deepEqual([read(measure, false), read(measure, true)], [past, withThis]);
  });

  test(`a receipt without goods of the query leaves ${measure} alone`, () => {
    assert.equal(read(measure, true, { sku: 'milk' }), past);
  });
}

test('a history that nobody has loaded is 0, and so is its average', () => {
  const unknown = { isKnown: false };
  assert.deepEqual(
    [read('kopecks', false, unknown), read('averageKopecks', false, unknown)],
    [0, 0],
  );
  assert.deepEqual(
    [read('kopecks', true, unknown), read('averageKopecks', true, unknown)],
    [27_000, 27_000],
  );
});
