import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf, type WishOfSets } from '../../testing/try-builders.ts';
import { setPrice } from '../effects/set-price.ts';
import { planGreedily, unitBound } from './deal-greedy.ts';

const priced = (params: object, priceKopecks: number): WishOfSets => ({
  params,
  gain: [setPrice, { priceKopecks }],
});
const lines = linesOf(['coffee', 300], ['milk', 100], ['cake', 250]);
const DRINK_AND_CAKE = priced(setsOf(['coffee milk'], ['cake']), 320);
const COFFEE_AND_MILK = priced(setsOf(['coffee'], ['milk']), 330);
const planned = (...promotions: readonly WishOfSets[]) => {
  const { value, sets } = planGreedily(modelOf(promotions, { lines }));
  return { value, sets: [...sets] };
};

test('promotions help themselves in order, of the dearest goods first', () => {
  assert.deepEqual(planned(DRINK_AND_CAKE, COFFEE_AND_MILK), { value: 230, sets: [1, 0] });
  assert.deepEqual(planned(COFFEE_AND_MILK, DRINK_AND_CAKE), { value: 70, sets: [1, 0] });
});

test('a set that cannot be finished gives its goods back', () => {
  const scarce = priced(setsOf(['coffee milk'], ['cake', 2]), 1);
  assert.deepEqual(planned(scarce, DRINK_AND_CAKE), { value: 230, sets: [0, 1] });
  // The second component finds the coffee gone.
  const twice = priced(setsOf(['cake'], ['coffee'], ['coffee']), 1);
  assert.deepEqual(planned(twice, DRINK_AND_CAKE), { value: 230, sets: [0, 1] });
});

test('a promotion makes as many sets as it may, whatever their goods', () => {
  const tea = { lines: [{ sku: 'tea', quantityMilli: 5000, priceKopecks: 10 }] };
  const made = (params: object) => [...planGreedily(modelOf([{ params }], tea)).sets];
  assert.deepEqual(made(setsOf(['tea', 2])), [2]);
  assert.deepEqual(made({ ...setsOf(['tea', 2]), maxSets: 1 }), [1]);
});

test('different goods are taken where they must differ', () => {
  const model = modelOf([{ params: { ...setsOf(['tea milk', 2]), mix: 'different' } }], {
    lines: [
      { sku: 'tea', quantityMilli: 2000, priceKopecks: 100 },
      { sku: 'milk', priceKopecks: 10 },
    ],
  });
  assert.deepEqual([...planGreedily(model).units], [1, 1]);
});

test('no plan brings more than the bound', () => {
  const bound = (...promotions: readonly WishOfSets[]) => unitBound(modelOf(promotions, { lines }));
  // Coffee 300 − 160, cake 250 − 160; milk is dearer in a set than by itself.
  assert.equal(bound(DRINK_AND_CAKE), 230);
  assert.equal(bound(COFFEE_AND_MILK, DRINK_AND_CAKE), 230);
  assert.equal(bound({ params: setsOf(['coffee milk']) }), 400);
  assert.equal(bound({ params: setsOf(['caviar']) }), 0);
});
