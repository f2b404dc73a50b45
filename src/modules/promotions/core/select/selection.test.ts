import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addAll,
  addSlice,
  addWhole,
  clearSelection,
  newSelection,
  type Selection,
} from './selection.ts';

const shown = ({ count, slice, targets, companions, targetUnits }: Selection) => ({
  slices: [...slice.subarray(0, count)],
  targets: [...targets.subarray(0, count)],
  companions: [...companions.subarray(0, count)],
  targetUnits,
});

test('slices are added behind those that are there; targets are counted, companions not', () => {
  const selection = newSelection(4);
  addSlice(selection, 1, { targets: 2, companions: 3 });
  addSlice(selection, 4, { targets: 0, companions: 1 });
  addWhole(selection, 5, 7);
  assert.deepEqual(shown(selection), {
    slices: [1, 4, 5],
    targets: [2, 0, 7],
    companions: [3, 1, 0],
    targetUnits: 9,
  });
});

test('every slice can be added with all of its units', () => {
  const selection = newSelection(3);
  addAll(selection, { count: 2, units: Int32Array.of(4, 1, 99) });
  assert.deepEqual(shown(selection), {
    slices: [0, 1],
    targets: [4, 1],
    companions: [0, 0],
    targetUnits: 5,
  });
});

test('an emptied selection knows nothing of the one before', () => {
  const selection = newSelection(2);
  addSlice(selection, 0, { targets: 1, companions: 1 });
  selection.sets = 5;
  selection.thresholdKopecks = 9;
  clearSelection(selection, 2);
  assert.deepEqual(shown(selection), { slices: [], targets: [], companions: [], targetUnits: 0 });
  assert.deepEqual([selection.sets, selection.thresholdKopecks], [1, 0]);
  addWhole(selection, 1, 1);
  assert.deepEqual(shown(selection).companions, [0]);
});

test('emptying makes room for as many slices as are asked for', () => {
  const selection = newSelection(1);
  clearSelection(selection, 50);
  for (let slice = 0; slice < 50; slice += 1) addWhole(selection, slice, 1);
  assert.equal(selection.targetUnits, 50);
  assert.equal(shown(selection).slices[49], 49);
});
