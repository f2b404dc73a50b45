import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf } from './windows.ts';

const cuts = {
  from: 100,
  cuts: [
    { number: 7, cutAt: 200 },
    { number: 8, cutAt: 300 },
  ],
};

test('a moment falls under the first anchor whose cut is after it', () => {
  const moments = [99, 100, 199, 200, 299, 300, Number.NaN];
  assert.deepEqual(
    moments.map((moment) => anchorOf(moment, cuts)),
    [undefined, 7, 7, 8, 8, undefined, undefined],
  );
});
