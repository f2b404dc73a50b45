import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../testing/builders.ts';
import { modelOf, setsOf } from '../../testing/try-builders.ts';
import { emptyFlow } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import { findPath, followPath, newPathSpace } from './deal-path.ts';

const searching = (model: DealModel) => ({
  model,
  flow: emptyFlow(
    model,
    Int32Array.from(model.variables, () => 9),
  ),
  space: newPathSpace(model),
});
/** Where paths of a demand begin. */
const startOf = ({ slices, groups }: DealModel, demand: number) =>
  slices.length + groups.length + demand;

test('the best path leads to the dearest free unit, the first of equals', () => {
  const model = modelOf([{ params: setsOf(['a b c']) }], {
    lines: linesOf(['a', 10], ['b', 30], ['c', 30]),
  });
  const start = startOf(model, 0);
  assert.deepEqual(findPath(searching(model), { start, backTo: -1, mayFree: false }), {
    end: 1,
    gain: 30,
  });
});

test('as many units go along a path as its end has room for, and as are wanted', () => {
  const model = modelOf([{ params: setsOf(['a b']) }], {
    lines: [
      { sku: 'a', quantityMilli: 5000, priceKopecks: 30 },
      { sku: 'b', quantityMilli: 5000, priceKopecks: 10 },
    ],
  });
  const search = searching(model);
  const start = startOf(model, 0);
  const send = (most: number) => {
    const path = findPath(search, { start, backTo: -1, mayFree: false });
    return path === null ? null : followPath(search, { ...path, start, most });
  };
  assert.equal(send(3), 3);
  assert.equal(send(9), 2);
  assert.equal(send(9), 5);
  assert.equal(send(1), null);
  assert.deepEqual([...search.flow.units], [5, 5]);
  assert.deepEqual([...search.flow.usedBySlice], [5, 5]);
  assert.equal(search.flow.value, 200);
});

test('a unit of another demand is pushed on to where it loses least', () => {
  const model = modelOf([{ params: setsOf(['a b c'], ['a']) }], {
    lines: linesOf(['a', 30], ['b', 10], ['c', 20]),
  });
  const search = searching(model);
  for (const demand of [0, 1]) {
    const start = startOf(model, demand);
    const path = findPath(search, { start, backTo: -1, mayFree: false });
    assert.ok(path !== null);
    assert.equal(followPath(search, { ...path, start, most: 1 }), 1);
    // First the dearest; then 30 for it again, less 30, plus 20 for what the other takes instead.
    assert.equal(path.gain, demand === 0 ? 30 : 20);
  }
  const { units, value } = search.flow;
  assert.deepEqual([...units], [0, 0, 1, 1, 0, 0]);
  assert.equal(value, 50);
});

test('frozen units stay where they are', () => {
  const model = modelOf([{ params: setsOf(['a b'], ['a']) }], {
    lines: linesOf(['a', 30], ['b', 10]),
  });
  const search = searching(model);
  const path = findPath(search, { start: startOf(model, 0), backTo: -1, mayFree: false });
  assert.ok(path !== null);
  followPath(search, { ...path, start: startOf(model, 0), most: 1 });
  search.space.isFrozen[0] = 1;
  assert.equal(findPath(search, { start: startOf(model, 1), backTo: -1, mayFree: false }), null);
});

test('a group that is full lets nothing more through', () => {
  const model = modelOf([{ params: { ...setsOf(['a b', 2]), mix: 'different' } }], {
    lines: [
      { sku: 'a', quantityMilli: 5000, priceKopecks: 30 },
      { sku: 'b', quantityMilli: 5000, priceKopecks: 10 },
    ],
  });
  const search = searching(model);
  search.flow.caps[0] = 2;
  const start = startOf(model, 0);
  const ends: number[] = [];
  for (let path = findPath(search, { start, backTo: -1, mayFree: false }); path !== null; ) {
    ends.push(path.end, followPath(search, { ...path, start, most: 9 }));
    path = findPath(search, { start, backTo: -1, mayFree: false });
  }
  assert.deepEqual(ends, [0, 2, 1, 2]);
});

test('a path that may free units takes a free one for one that another demand gives up', () => {
  const lines = [
    { sku: 'b', priceKopecks: 3 },
    { sku: 'a', priceKopecks: 3 },
    { sku: 'c', quantityMilli: 2000, priceKopecks: 10 },
  ];
  const model = modelOf([{ params: setsOf(['a c'], ['a b c']) }], { lines });
  const search = searching(model);
  for (const demand of [0, 1, 1]) {
    const start = startOf(model, demand);
    const path = findPath(search, { start, backTo: -1, mayFree: false });
    assert.ok(path !== null);
    followPath(search, { ...path, start, most: 1 });
  }
  assert.deepEqual([...search.flow.units], [0, 0, 1, 1, 0, 1]);
  // To leave its `c` the first demand takes `a` (3); the other gives `b` up (−3) and takes that `c` (10).
  const start = model.slices.length;
  search.space.isFrozen[2] = 1;
  assert.deepEqual(findPath(search, { start, backTo: 2, mayFree: false }), { end: 1, gain: 3 });
  assert.deepEqual(findPath(search, { start, backTo: 2, mayFree: true }), { end: 2, gain: 10 });
});
