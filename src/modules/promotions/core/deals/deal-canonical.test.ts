import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf } from '../../testing/try-builders.ts';
import { comparePlans, makeSmallest, readingOf } from './deal-canonical.ts';
import { emptyFlow } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import { newPathSpace } from './deal-path.ts';

/** A plan of these units by demand and slice, as a search would have left it. */
const planOf = (model: DealModel, ...units: readonly number[]) => {
  const flow = emptyFlow(
    model,
    Int32Array.from(model.variables, () => 1),
  );
  const count = model.slices.length;
  units.forEach((own, at) => {
    const [demand, place] = [Math.floor(at / count), at % count];
    const { gains, groupAt } = model.demands[demand] ?? {};
    const group = groupAt?.[place] ?? 0;
    flow.units[at] = own;
    if (own === 0) return;
    flow.usedBySlice[place] = (flow.usedBySlice[place] ?? 0) + own;
    flow.usedByGroup[group] = (flow.usedByGroup[group] ?? 0) + own;
    flow.value += own * (gains?.[place] ?? 0);
  });
  return flow;
};
const smallest = (model: DealModel, units: readonly number[], left = 100) => {
  const flow = planOf(model, ...units);
  const growing = { model, flow, space: newPathSpace(model), budget: { left } };
  const isDone = makeSmallest(growing, readingOf(model));
  return isDone ? [flow.value, ...flow.units] : null;
};

test('plans are read promotion by promotion, component by component, slices backwards', () => {
  const model = modelOf([{ params: setsOf(['a b'], ['b']) }, { params: setsOf(['a']) }], {
    lines: linesOf(['a', 1], ['b', 1]),
  });
  assert.deepEqual(
    readingOf(model).map(({ demand, place }) => [demand, place]),
    [
      [0, 1],
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  );
});

test('sets of the same goods are read as one component, slice by slice', () => {
  const model = modelOf([{ params: { ...setsOf(['a b']), mix: 'same' } }], {
    lines: linesOf(['a', 1], ['b', 1], ['a', 1]),
  });
  assert.deepEqual(
    readingOf(model).map(({ demand, place }) => [demand, place]),
    [
      [0, 2],
      [1, 1],
      [0, 0],
    ],
  );
});

test('the first number that differs decides which plan is smaller', () => {
  const model = modelOf([{ params: setsOf(['a']) }], {
    lines: linesOf(['a', 1], ['a', 1], ['a', 1]),
  });
  const order = (a: readonly number[], b: readonly number[]) =>
    Math.sign(
      comparePlans(planOf(model, ...a), planOf(model, ...b), { model, reading: readingOf(model) }),
    );
  assert.equal(order([1, 1, 0], [0, 0, 1]), -1);
  assert.equal(order([0, 1, 0], [1, 0, 0]), 1);
  assert.equal(order([1, 0, 1], [1, 0, 1]), 0);
});

test('of equally dear goods those that were scanned first are taken', () => {
  const model = modelOf([{ params: setsOf(['a']) }], {
    lines: linesOf(['a', 10], ['a', 10], ['a', 9]),
  });
  assert.deepEqual(smallest(model, [0, 1, 0]), [10, 1, 0, 0]);
  assert.deepEqual(smallest(model, [1, 0, 0]), [10, 1, 0, 0]);
  assert.deepEqual(smallest(model, [1, 1, 0]), [20, 1, 1, 0]);
  const rising = modelOf([{ params: setsOf(['a']) }], { lines: linesOf(['a', 9], ['a', 10]) });
  assert.deepEqual(smallest(rising, [0, 1]), [10, 0, 1]);
});

test('components change places when that costs nothing', () => {
  const model = modelOf([{ params: setsOf(['a b'], ['a b']) }], {
    lines: linesOf(['a', 10], ['b', 20]),
  });
  assert.deepEqual(smallest(model, [0, 1, 1, 0]), [30, 1, 0, 0, 1]);
});

test('a plan is left as it is once the nodes are spent', () => {
  const model = modelOf([{ params: setsOf(['a']) }], { lines: linesOf(['a', 10], ['a', 10]) });
  assert.equal(smallest(model, [0, 1], 0), null);
});
