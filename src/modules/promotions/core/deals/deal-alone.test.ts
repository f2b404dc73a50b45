import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf, setsOf } from '../../testing/try-builders.ts';
import { setPrice } from '../effects/set-price.ts';
import { bestAlone, planAlone } from './deal-alone.ts';
import { readingOf } from './deal-canonical.ts';
import { newPathSpace } from './deal-path.ts';

/** Two teas at 1.00 and two at 0.50, in sets of one at a price. */
const spaceFor = (priceKopecks: number, left = 1000) => {
  const model = modelOf([{ params: setsOf(['tea']), gain: [setPrice, { priceKopecks }] }], {
    lines: [
      { sku: 'tea', quantityMilli: 2000, priceKopecks: 50 },
      { sku: 'tea', quantityMilli: 2000, priceKopecks: 100 },
    ],
  });
  return { model, space: newPathSpace(model), budget: { left } };
};

test('the numbers of sets that bring most are known from the least to the most', () => {
  for (const [price, alone] of [
    [0, { value: 300, least: 4, most: 4 }],
    [49, { value: 104, least: 4, most: 4 }],
    [50, { value: 100, least: 2, most: 4 }],
    [51, { value: 98, least: 2, most: 2 }],
    [100, { value: 0, least: 0, most: 2 }],
    [101, { value: 0, least: 0, most: 0 }],
  ] as const) {
    assert.deepEqual(bestAlone(spaceFor(price), 0), alone, `price ${price}`);
  }
});

test('of plans that bring the same the smallest is made: no set that brings nothing', () => {
  const planned = (price: number) => {
    const space = spaceFor(price);
    const flow = planAlone(space, readingOf(space.model));
    return flow === null ? null : [flow.value, ...flow.units];
  };
  assert.deepEqual(planned(0), [300, 2, 2]);
  assert.deepEqual(planned(50), [100, 0, 2]);
  assert.deepEqual(planned(51), [98, 0, 2]);
  assert.deepEqual(planned(100), [0, 0, 0]);
  assert.deepEqual(planned(101), [0, 0, 0]);
});

test('a search that runs out of nodes has proved nothing', () => {
  const space = spaceFor(50, 1);
  assert.equal(bestAlone(space, 0), null);
  assert.equal(planAlone(spaceFor(50, 1), readingOf(space.model)), null);
});

test('a variable without goods makes no sets', () => {
  const model = modelOf([{ params: setsOf(['caviar']) }]);
  const space = { model, space: newPathSpace(model), budget: { left: 10 } };
  assert.deepEqual(bestAlone(space, 0), { value: 0, least: 0, most: 0 });
});
