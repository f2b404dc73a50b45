import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitInto, head, shareInto, sumOf } from './numbers.ts';

const shared = (total: number, weights: readonly number[]) => {
  const into = new Float64Array(weights.length);
  shareInto(into, { total, weights: Float64Array.from(weights), count: weights.length });
  return [...into];
};
const fitted = (total: number, weights: readonly number[], rooms: readonly number[]) => {
  const into = new Float64Array(weights.length);
  const count = weights.length;
  const placed = fitInto(into, {
    total,
    weights: Float64Array.from(weights),
    rooms: Float64Array.from(rooms),
    count,
  });
  return { placed, parts: [...into] };
};

test('the first units of a run hold the odd kopecks', () => {
  for (const [amount, units, all, worth] of [
    [10_000, 0, 3, 0],
    [10_000, 1, 3, 3334],
    [10_000, 2, 3, 6667],
    [10_000, 3, 3, 10_000],
    [10_001, 2, 3, 6668],
    [1, 1, 3, 1],
    [2, 2, 3, 2],
    [0, 2, 3, 0],
  ] as const) {
    assert.equal(head(amount, units, all), worth, `${units} of ${all} units of ${amount}`);
  }
});

test('missing kopecks go to the largest remainders, ties to the earlier place', () => {
  assert.deepEqual(shared(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(shared(10, [1, 2, 4]), [1, 3, 6]);
  assert.deepEqual(shared(1, [1, 3, 3]), [0, 1, 0]);
  assert.deepEqual(shared(2, [5]), [2]);
});

test('nothing is shared where there is nothing, and what nobody weighs is lost', () => {
  assert.deepEqual(shared(0, [1, 2]), [0, 0]);
  assert.deepEqual(shared(100, [0, 0]), [0, 0]);
  assert.deepEqual(shared(7, [0, 3, 0]), [0, 7, 0]);
});

test('products beyond the safe integers are exact', () => {
  const most = 10_000_000_000_000;
  assert.deepEqual(shared(most, [most, 1]), [most - 1, 1]);
});

test('many places are served as few are', () => {
  const parts = shared(
    30,
    Array.from({ length: 25 }, () => 1),
  );
  assert.deepEqual(parts, [2, 2, 2, 2, 2, ...Array.from({ length: 20 }, () => 1)]);
});

test('the weights may be the place of the result', () => {
  const own = Float64Array.of(2, 1, 9);
  shareInto(own, { total: 100, weights: own, count: 2 });
  assert.deepEqual([...own], [67, 33, 9]);
});

test('parts beyond their room are fixed at it and the rest is shared anew', () => {
  assert.deepEqual(fitted(10_000, [20_000, 9000, 1000], [20_000, 500, 1000]), {
    placed: 10_000,
    parts: [9048, 500, 452],
  });
  assert.deepEqual(fitted(90, [1, 1, 1], [10, 35, 100]), { placed: 90, parts: [10, 35, 45] });
});

test('what no room is left for is lost, and places without weight take nothing', () => {
  assert.deepEqual(fitted(1000, [1, 1, 0], [20, 30, 500]), { placed: 50, parts: [20, 30, 0] });
  assert.deepEqual(fitted(5, [0, 0], [9, 9]), { placed: 0, parts: [0, 0] });
  assert.deepEqual(fitted(0, [1, 2], [9, 9]), { placed: 0, parts: [0, 0] });
});

test('a fit places all that the weighed rooms can hold and exceeds none of them', () => {
  const place = fc.tuple(fc.nat(1000), fc.nat(1000));
  fc.assert(
    fc.property(fc.nat(5000), fc.array(place, { maxLength: 40 }), (total, places) => {
      const weights = places.map(([weight]) => weight);
      const rooms = places.map(([, room]) => room);
      const { placed, parts } = fitted(total, weights, rooms);
      const space = places.reduce((sum, [weight, room]) => sum + (weight > 0 ? room : 0), 0);
      assert.equal(placed, Math.min(total, space));
      assert.equal(sumOf(Float64Array.from(parts), parts.length), placed);
      parts.forEach((part, i) => {
        assert.ok(part <= (weights[i] === 0 ? 0 : (rooms[i] ?? 0)));
      });
    }),
    { numRuns: 200 },
  );
});
