import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { aReceipt } from '../../testing/builders.ts';
import { trialOf } from '../../testing/try-builders.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import {
  type Basket,
  STAGE_AFTER_BASKET,
  STAGE_AFTER_LINES,
  STAGE_INITIAL,
  STAGE_OPEN,
} from './basket.ts';
import { USED_IN_PHASE, USED_UP } from './slices.ts';
import {
  amountsAt,
  milliOfSelection,
  type StageName,
  sumAt,
  sumOfLines,
  sumOfSelection,
} from './stage.ts';

const stage = (name: StageName, ...methods: readonly string[]) => ({ name, methods });
const facts = aReceipt({
  lines: [{ priceKopecks: 1000 }, { priceKopecks: 2000 }, { quantityMilli: 3000 }],
  payments: [
    { method: 'sbp', kopecks: kopecks(100) },
    { method: 'card', kopecks: kopecks(200) },
  ],
});
/** Sums of lines worth 10, 20 and 300 roubles, each stage with numbers of its own. */
const basketAt = (reached: number): Basket => {
  const { basket } = trialOf({ facts });
  const { slices } = basket;
  slices.initial.set([900, 1900, 29_000]);
  slices.afterLines.set([800, 1800, 28_000]);
  slices.afterBasket.set([700, 1700, 27_000]);
  slices.price.set([600, 1600, 26_000]);
  slices.paid.set([100, 0, 6000]);
  basket.stage = reached;
  return basket;
};
const at = (basket: Basket, name: StageName, ...methods: readonly string[]) =>
  Array.from(amountsAt(basket, stage(name, ...methods)).subarray(0, 3));

test('each stage looks at its own money', () => {
  const basket = basketAt(STAGE_AFTER_BASKET);
  assert.deepEqual(at(basket, 'gross'), [1000, 2000, 30_000]);
  assert.deepEqual(at(basket, 'initial'), [900, 1900, 29_000]);
  assert.deepEqual(at(basket, 'after-lines'), [800, 1800, 28_000]);
  assert.deepEqual(at(basket, 'after-basket'), [700, 1700, 27_000]);
  assert.deepEqual(at(basket, 'after-discounts'), [600, 1600, 26_000]);
  assert.deepEqual(at(basket, 'payable'), [500, 1600, 20_000]);
  assert.deepEqual(at(basket, 'paid-by-points'), [100, 0, 6000]);
});

test('before its time a stage is the price as it stands', () => {
  const price = [600, 1600, 26_000];
  for (const [name, before] of [
    ['initial', STAGE_OPEN],
    ['after-lines', STAGE_INITIAL],
    ['after-basket', STAGE_AFTER_LINES],
  ] as const) {
    assert.deepEqual(at(basketAt(before), name), price, name);
    assert.notDeepEqual(at(basketAt(before + 1), name), price, name);
  }
});

test('what was paid by some methods is their proportion of what remains to be paid', () => {
  const basket = basketAt(STAGE_AFTER_BASKET);
  // A third of 22,100 is 7,366; it is shared as 500 : 1,600 : 20,000.
  assert.deepEqual(at(basket, 'paid-by', 'sbp'), [167, 533, 6666]);
  assert.deepEqual(at(basket, 'paid-by', 'sbp', 'card'), [500, 1600, 20_000]);
  assert.deepEqual(at(basket, 'paid-by', 'cash'), [0, 0, 0]);
  basket.facts = { ...facts, payments: [] };
  assert.deepEqual(at(basket, 'paid-by', 'sbp'), [0, 0, 0]);
});

test('unprocessed goods are neither discounted nor used', () => {
  const basket = basketAt(STAGE_INITIAL);
  basket.slices.price.set([900, 1900, 28_999]);
  assert.deepEqual(at(basket, 'unprocessed'), [900, 1900, 0]);
  for (const mark of [USED_IN_PHASE, USED_UP]) {
    basket.slices.state[1] = mark;
    assert.deepEqual(at(basket, 'unprocessed'), [900, 0, 0]);
  }
});

test('while phase 1 plays, what it takes off counts as initial', () => {
  assert.deepEqual(at(basketAt(STAGE_OPEN), 'unprocessed'), [600, 1600, 26_000]);
});

test('sums are of the receipt, of some lines, of the units that are selected', () => {
  const { basket, selection } = trialOf({
    lines: [
      { priceKopecks: 2000 },
      { sku: 'tea', quantityMilli: 3000, grossKopecks: 1000 },
      { quantityMilli: 350, priceKopecks: 60_000, isWeighed: true },
    ],
    select: [cheapestUnits, { count: 2, skus: ['tea'] }],
  });
  const gross = stage('gross');
  assert.equal(sumAt(basket, gross), 24_000);
  assert.equal(sumOfLines(basket, gross, { count: 2, places: Int32Array.of(0, 2) }), 23_000);
  assert.equal(sumOfLines(basket, gross, { count: 0, places: Int32Array.of(0) }), 0);
  // Three units of 334, 333, 333.
  assert.equal(sumOfSelection(basket, gross, selection), 667);
  assert.equal(milliOfSelection(basket, selection), 2000);
  assert.equal(sumOfSelection(basket, gross, null), 0);
  assert.equal(milliOfSelection(basket, null), 0);
});
