import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grown, newSlices, reserveSlices } from './slices.ts';

test('more room keeps what is there', () => {
  const slices = newSlices(2, 2);
  slices.count = 2;
  for (const amounts of [slices.gross, slices.price, slices.floor, slices.paid, slices.milli]) {
    amounts.set([10, 20]);
  }
  slices.units.set([1, 2]);
  slices.state.set([3, 4]);
  slices.first.set([0, 1, 2]);
  reserveSlices(slices, 9, 9);
  assert.ok(slices.capacity >= 9);
  for (const amounts of [slices.gross, slices.price, slices.floor, slices.paid, slices.milli]) {
    assert.ok(amounts.length >= 9);
    assert.deepEqual([...amounts.subarray(0, 3)], [10, 20, 0]);
  }
  assert.deepEqual([...slices.units.subarray(0, 3)], [1, 2, 0]);
  assert.deepEqual([...slices.state.subarray(0, 3)], [3, 4, 0]);
  assert.ok(slices.first.length >= 10);
  assert.deepEqual([...slices.first.subarray(0, 3)], [0, 1, 2]);
});

test('enough room stays as it is', () => {
  const slices = newSlices(4, 4);
  const { price, first } = slices;
  reserveSlices(slices, 4, 4);
  assert.equal(slices.price, price);
  assert.equal(slices.first, first);
});

test('room grows at least twofold, so that single splits are cheap', () => {
  const slices = newSlices(16, 1);
  reserveSlices(slices, 17, 1);
  assert.ok(slices.capacity >= 32);
});

test('grown amounts are a copy with zeros behind', () => {
  const before = Float64Array.of(1, 2);
  const after = grown(before, 4);
  after[0] = 9;
  assert.deepEqual([...after], [9, 2, 0, 0]);
  assert.deepEqual([...before], [1, 2]);
});
