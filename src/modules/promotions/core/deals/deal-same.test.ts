import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LineWish, linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf } from '../../testing/try-builders.ts';
import { setPrice } from '../effects/set-price.ts';
import { planSame } from './deal-same.ts';

type Wish = { readonly count?: number; readonly maxSets?: number; readonly priceKopecks?: number };
/** Value of the plan, and units by slice. */
const planned = (lines: readonly LineWish[], wish: Wish = {}) => {
  const { count = 2, maxSets = 1000, priceKopecks = 0 } = wish;
  const params = { ...setsOf(['tea milk', count]), mix: 'same', maxSets };
  const model = modelOf([{ params, gain: [setPrice, { priceKopecks }] }], { lines });
  const { value, units } = planSame(model);
  const bySlice = model.slices.map((_, place) =>
    units.reduce((sum, own, at) => sum + (at % model.slices.length === place ? own : 0), 0),
  );
  return [value, bySlice];
};
const GOODS = [
  { sku: 'tea', quantityMilli: 3000, priceKopecks: 100 },
  { sku: 'milk', quantityMilli: 2000, priceKopecks: 300 },
  { sku: 'tea', quantityMilli: 2000, priceKopecks: 120 },
];

test('sets are made of the dearest units of each SKU', () => {
  assert.deepEqual(planned(GOODS), [1040, [2, 2, 2]]);
  assert.deepEqual(planned(GOODS, { count: 3 }), [340, [1, 0, 2]]);
});

test('the best sets of all are made first', () => {
  assert.deepEqual(planned(GOODS, { maxSets: 1 }), [600, [0, 2, 0]]);
  assert.deepEqual(planned(GOODS, { maxSets: 2 }), [840, [0, 2, 2]]);
});

test('a set that brings nothing is not made', () => {
  assert.deepEqual(planned(GOODS, { priceKopecks: 199 }), [443, [2, 2, 2]]);
  assert.deepEqual(planned(GOODS, { priceKopecks: 200 }), [440, [0, 2, 2]]);
  assert.deepEqual(planned(GOODS, { priceKopecks: 600 }), [0, [0, 0, 0]]);
});

test('of equals the goods that were scanned first are taken', () => {
  const equal = linesOf(['milk', 50], ['tea', 50], ['milk', 50], ['tea', 50]);
  assert.deepEqual(planned(equal, { maxSets: 1 }), [100, [1, 0, 1, 0]]);
  const same = linesOf(['tea', 50], ['tea', 50], ['tea', 50]);
  assert.deepEqual(planned(same), [100, [1, 1, 0]]);
});

test('no goods, no sets', () => {
  assert.deepEqual(planned(linesOf(['tea', 50], ['milk', 50])), [0, [0, 0]]);
  assert.deepEqual(planned([{}]), [0, []]);
});
