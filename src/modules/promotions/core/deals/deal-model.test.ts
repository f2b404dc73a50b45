import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf, setsOf, type TryWish } from '../../testing/try-builders.ts';
import { USED_UP } from '../basket/slices.ts';
import { percentOff } from '../effects/percent-off.ts';
import { setPrice } from '../effects/set-price.ts';

const WISH: TryWish = {
  lines: [
    { sku: 'coffee', quantityMilli: 3000, priceKopecks: 300 },
    { sku: 'soap', quantityMilli: 9000 },
    { sku: 'milk', priceKopecks: 100 },
    { sku: 'cake', quantityMilli: 2000, priceKopecks: 250 },
  ],
};
const gainsIn = ({ demands }: ReturnType<typeof modelOf>) => demands.map(({ gains }) => [...gains]);

test('only slices that some component could use are looked at', () => {
  const model = modelOf([{ params: setsOf(['coffee milk'], ['cake']) }], WISH);
  assert.deepEqual(model.slices, [0, 2, 3]);
  assert.deepEqual([...model.capacity], [3, 1, 2]);
  assert.deepEqual(gainsIn(model), [
    [300, 100, -1],
    [-1, -1, 250],
  ]);
});

test('there are never more sets than their goods or their bound allow', () => {
  const variables = (params: object) =>
    modelOf([{ params }], WISH).variables.map(({ max, demands }) => [max, demands]);
  assert.deepEqual(variables(setsOf(['coffee milk'], ['cake'])), [[2, [0, 1]]]);
  assert.deepEqual(variables(setsOf(['coffee milk', 3])), [[1, [0]]]);
  assert.deepEqual(variables({ ...setsOf(['coffee milk']), maxSets: 2 }), [[2, [0]]]);
  assert.deepEqual(variables(setsOf(['caviar'])), [[0, [0]]]);
});

test('companions bring nothing, targets what the first effect says, a set costs its price', () => {
  const [coffee, cake] = setsOf(['coffee'], ['cake']).components;
  const params = { components: [coffee, { ...cake, isTarget: false }] };
  const percent = modelOf([{ params, gain: [percentOff, { rateBasisPoints: 1000 }] }], WISH);
  assert.deepEqual(gainsIn(percent), [
    [30, -1],
    [-1, 0],
  ]);
  const priced = modelOf([{ params, gain: [setPrice, { priceKopecks: 99 }] }], WISH);
  assert.deepEqual(gainsIn(priced)[0], [300, -1]);
  assert.equal(priced.variables[0]?.priceKopecks, 99);
});

test('where the cheapest are preferred every unit counts, the cheaper the more, companions too', () => {
  const [coffee, cake] = setsOf(['coffee'], ['cake']).components;
  const params = { components: [coffee, { ...cake, isTarget: false }], prefer: 'cheapest' };
  const model = modelOf([{ params, gain: [setPrice, { priceKopecks: 99 }] }], WISH);
  assert.deepEqual(gainsIn(model), [
    [9_999_999_700, -1],
    [-1, 9_999_999_750],
  ]);
  assert.equal(model.variables[0]?.priceKopecks, 0);
});

test('sets of the same goods are one number for each SKU', () => {
  const lines = [...(WISH.lines ?? []), { sku: 'coffee', quantityMilli: 2000, priceKopecks: 290 }];
  const params = { ...setsOf(['coffee cake', 2]), mix: 'same' };
  const model = modelOf([{ params }], { lines });
  assert.deepEqual(gainsIn(model), [
    [300, -1, 290],
    [-1, 250, -1],
  ]);
  assert.deepEqual(
    model.variables.map(({ promotion, max }) => [promotion, max]),
    [
      [0, 2],
      [0, 1],
    ],
  );
  assert.equal(model.hasCaps, false);
});

test('sets of different goods take of each SKU as many units as there are sets', () => {
  const lines = [...(WISH.lines ?? []), { sku: 'coffee', priceKopecks: 290 }];
  const params = { ...setsOf(['coffee cake', 2]), mix: 'different' };
  const { groups, hasCaps } = modelOf([{ params }], { lines });
  assert.equal(hasCaps, true);
  assert.deepEqual(
    groups.map(({ places, isCapped }) => [places, isCapped]),
    [
      [[0, 2], true],
      [[1], true],
    ],
  );
});

test('units that are taken are not there', () => {
  const model = modelOf([{ params: setsOf(['coffee milk']) }], {
    ...WISH,
    sight: { takenBy: USED_UP, lockedBy: 0 },
    change: (basket) => {
      basket.slices.state[0] = USED_UP;
      basket.sliceMarks = USED_UP;
    },
  });
  assert.deepEqual(model.slices, [2]);
});
