import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import type { Basket } from './basket.ts';
import { pointsColumn } from './points-column.ts';
import { redemptionColumn } from './redemption-column.ts';
import { USED_UP } from './slices.ts';
import { splitSlice } from './split.ts';

const basketOf = () =>
  aBasket(
    aReceipt({
      lines: [
        { sku: 'tea', priceKopecks: 500 },
        { sku: 'milk', quantityMilli: 3000, grossKopecks: 10_000, minPriceKopecks: 1001 },
        { sku: 'soap', quantityMilli: 2000, priceKopecks: 700 },
      ],
    }),
  );
const firstOf = (amounts: ArrayLike<number>, { slices }: Basket) =>
  Array.from(amounts).slice(0, slices.count);

test('the affected part comes first and holds the odd kopecks of every sum', () => {
  const basket = basketOf();
  basket.slices.price[1] = 9998;
  splitSlice(basket, 1, 1);
  const { slices } = basket;
  assert.equal(slices.count, 4);
  for (const [sums, expected] of [
    [slices.line, [0, 1, 1, 2]],
    [slices.units, [1, 1, 2, 2]],
    [slices.milli, [1000, 1000, 2000, 2000]],
    [slices.gross, [500, 3334, 6666, 1400]],
    [slices.base, [500, 3334, 6666, 1400]],
    [slices.price, [500, 3333, 6665, 1400]],
    [slices.floor, [0, 1001, 2002, 0]],
  ] as const) {
    assert.deepEqual(firstOf(sums, basket), expected);
  }
  assert.deepEqual([...slices.first.subarray(0, 4)], [0, 1, 3, 4]);
});

test('both parts have the state of the whole', () => {
  const basket = basketOf();
  basket.slices.state[1] = USED_UP;
  splitSlice(basket, 1, 2);
  assert.deepEqual(firstOf(basket.slices.state, basket), [0, USED_UP, USED_UP, 0]);
});

test('points and what points may pay split along', () => {
  const basket = basketOf();
  const earned = pointsColumn(basket, 'bonus');
  earned.earned.set([1, 8, 3]);
  earned.all.set([1, 10, 3]);
  earned.base.set([0, 9, 2]);
  const payable = redemptionColumn(basket, 'bonus');
  payable.redeemable.set([5, 100, 7]);
  payable.barred.set([0, 1, 0]);
  splitSlice(basket, 1, 2);
  assert.deepEqual(firstOf(earned.earned, basket), [1, 6, 2, 3]);
  assert.deepEqual(firstOf(earned.all, basket), [1, 7, 3, 3]);
  assert.deepEqual(firstOf(earned.base, basket), [0, 6, 3, 2]);
  assert.deepEqual(firstOf(payable.redeemable, basket), [5, 67, 33, 7]);
  assert.deepEqual(firstOf(payable.barred, basket), [0, 1, 1, 0]);
});

test('the places that were split are remembered in order', () => {
  const basket = basketOf();
  splitSlice(basket, 2, 1);
  splitSlice(basket, 1, 2);
  splitSlice(basket, 1, 1);
  assert.deepEqual(basket.slices.splits, [2, 1, 1]);
});

test('however often slices split, no sum of a line changes and no price sinks below its floor', () => {
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 });
  const line = fc.record({ units: fc.integer({ min: 1, max: 60 }), gross: fc.nat(5000) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), cuts, (wishes, places) => {
      const lines = wishes.map(({ units, gross }) => ({
        quantityMilli: units * 1000,
        grossKopecks: gross,
        minPriceKopecks: 7,
      }));
      const basket = aBasket(aReceipt({ lines }));
      const { slices } = basket;
      for (const [at, first] of places) {
        const slice = at % slices.count;
        const units = slices.units[slice] ?? 1;
        if (units > 1) splitSlice(basket, slice, 1 + (first % (units - 1)));
      }
      lines.forEach(({ quantityMilli, grossKopecks }, i) => {
        const [from = 0, to = 0] = slices.first.subarray(i, i + 2);
        const sum = (amounts: Float64Array) =>
          amounts.subarray(from, to).reduce((all, one) => all + one, 0);
        assert.equal(sum(slices.gross), grossKopecks);
        assert.equal(sum(slices.price), grossKopecks);
        assert.equal(sum(slices.milli), quantityMilli);
        for (let s = from; s < to; s += 1) {
          assert.equal(slices.line[s], i);
          assert.ok((slices.price[s] ?? 0) >= (slices.floor[s] ?? 0));
        }
      });
    }),
    { numRuns: 100 },
  );
});
