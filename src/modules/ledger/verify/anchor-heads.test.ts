import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packHeads, unpackHeads } from './anchor-heads.ts';

const head = fc.record({
  memberId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  currencyCode: fc.constantFrom('bonus', 'miles', 'a', 'stars-2'),
  seq: fc.integer({ min: 1, max: 2 ** 48 - 1 }),
  leafStart: fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 })
    .map((digits) => digits.join('')),
});

test('heads come back as they were, 24 bytes each', () => {
  fc.assert(
    fc.property(fc.array(head), (heads) => {
      const packed = packHeads(heads);
      assert.equal(packed.heads.length, 24 * heads.length);
      assert.deepEqual(
        unpackHeads(packed.currencies, packed.heads),
        heads.map((one) => ({ ...one })),
      );
    }),
  );
});

test('bytes that are not whole heads are refused', () => {
  assert.throws(() => unpackHeads(['bonus'], Buffer.alloc(25)), /24 bytes/);
});
