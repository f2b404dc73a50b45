import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allBits, clearBit, hasBit, hexOf, nextBit, noBits, setBit } from './bits.ts';

/** Bits of so many, these set. */
function bitsOf(count: number, ...set: number[]) {
  const bits = noBits(count);
  for (const i of set) setBit(bits, i);
  return bits;
}

test('a bit that is set is the only one that changes, at both ends of a word too', () => {
  for (const i of [0, 1, 30, 31, 32, 63, 64]) {
    const bits = bitsOf(65, i);
    const found = Array.from({ length: 65 }, (_, at) => at).filter((at) => hasBit(bits, at));
    assert.deepEqual(found, [i]);
    clearBit(bits, i);
    assert.deepEqual(bits, noBits(65));
  }
});

test('all bits of a count are set and none beyond', () => {
  assert.deepEqual([...allBits(0)], []);
  assert.deepEqual([...allBits(1)], [1]);
  assert.deepEqual([...allBits(32)], [0xffff_ffff]);
  assert.deepEqual([...allBits(33)], [0xffff_ffff, 1]);
});

for (const [what, set, from, to, expected] of [
  ['the place asked for itself', [5], 5, 40, 5],
  ['the next one, not one before', [2, 9], 3, 40, 9],
  ['one in a later word', [0, 70], 1, 80, 70],
  ['the last bit of a word', [31], 0, 80, 31],
  ['none at the end that is excluded', [40], 0, 40, -1],
  ['none between', [2, 60], 3, 60, -1],
  ['none in an empty stretch', [5], 5, 5, -1],
  ['none where nothing is set', [], 0, 80, -1],
] as const) {
  test(`looking for the next bit finds ${what}`, () => {
    assert.equal(nextBit(bitsOf(80, ...set), from, to), expected);
  });
}

test('hex is read byte by byte, the lowest bit first, in lower case', () => {
  assert.equal(hexOf(bitsOf(4, 0, 2), 4), '05');
  assert.equal(hexOf(bitsOf(8, 1, 3, 5, 7), 8), 'aa');
  assert.equal(hexOf(bitsOf(9, 0, 8), 9), '0101');
  assert.equal(hexOf(bitsOf(34, 31, 33), 34), '0000008002');
  assert.equal(hexOf(noBits(0), 0), '');
});
