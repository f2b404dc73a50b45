import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf } from '../../testing/try-builders.ts';
import { addSets, copyFlow, emptyFlow, flowFor } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import { newPathSpace } from './deal-path.ts';

const growing = (model: DealModel, left = 1000) => ({
  model,
  space: newPathSpace(model),
  budget: { left },
});
const bestFor = (model: DealModel, sets: readonly number[], left?: number) => {
  const flow = flowFor(growing(model, left), Int32Array.from(sets));
  return flow === null ? null : { value: flow.value, units: [...flow.units] };
};

test('units change places so that every component is served', () => {
  const model = modelOf([{ params: setsOf(['coffee milk'], ['coffee']) }], {
    lines: linesOf(['coffee', 300], ['milk', 100]),
  });
  // The first component would like the coffee, and has to leave it.
  assert.deepEqual(bestFor(model, [1]), { value: 400, units: [0, 1, 1, 0] });
});

test('the dearest goods are taken, the first scanned of equals', () => {
  const model = modelOf([{ params: setsOf(['a b c']) }], {
    lines: linesOf(['a', 10], ['b', 30], ['c', 30]),
  });
  assert.deepEqual(bestFor(model, [1]), { value: 30, units: [0, 1, 0] });
  assert.deepEqual(bestFor(model, [2]), { value: 60, units: [0, 1, 1] });
  assert.deepEqual(bestFor(model, [3]), { value: 70, units: [1, 1, 1] });
  assert.deepEqual(bestFor(model, [0]), { value: 0, units: [0, 0, 0] });
});

test('different goods: no SKU gives more units than there are sets', () => {
  const model = modelOf([{ params: { ...setsOf(['a b', 2]), mix: 'different' } }], {
    lines: [
      { sku: 'a', quantityMilli: 4000, priceKopecks: 50 },
      { sku: 'b', quantityMilli: 2000, priceKopecks: 10 },
    ],
  });
  assert.deepEqual(bestFor(model, [1]), { value: 60, units: [1, 1] });
  assert.deepEqual(bestFor(model, [2]), { value: 120, units: [2, 2] });
  assert.equal(bestFor(model, [3]), null);
});

test('without the goods, or without the nodes, there is no plan', () => {
  const model = modelOf([{ params: setsOf(['a', 2]) }], { lines: linesOf(['a', 10], ['a', 20]) });
  assert.deepEqual(bestFor(model, [1]), { value: 30, units: [1, 1] });
  assert.equal(bestFor(model, [2]), null);
  assert.equal(bestFor(model, [1], 1), null);
});

test('sets are added to a plan that is there; its copy stays as it was', () => {
  const model = modelOf([{ params: setsOf(['a']) }], { lines: linesOf(['a', 10], ['a', 20]) });
  const flow = emptyFlow(model, new Int32Array(1));
  assert.equal(addSets({ ...growing(model), flow }, 0, 1), true);
  const before = copyFlow(flow);
  flow.caps[0] = 7;
  assert.equal(addSets({ ...growing(model), flow }, 0, 1), true);
  assert.deepEqual([before.value, [...before.units], before.sets[0]], [20, [0, 1], 1]);
  assert.equal(before.caps[0], 0);
  assert.deepEqual([flow.value, [...flow.units], flow.sets[0]], [30, [1, 1], 2]);
  assert.equal(addSets({ ...growing(model), flow }, 0, 1), false);
});
