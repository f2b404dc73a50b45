import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { anchorHash, contentHashOf, digestOf, NOTHING } from './anchor.ts';

const A = 'aa'.repeat(32);
const B = 'bb'.repeat(32);

test('a digest is plain SHA-256 over the digest before and the leaves', () => {
  const expected = createHash('sha256')
    .update(Buffer.from(A + B, 'hex'))
    .digest('hex');
  assert.equal(digestOf(A, [B]), expected);
  assert.notEqual(digestOf(NOTHING, [A, B]), digestOf(NOTHING, [B, A]));
});

test('contents that differ anywhere have different hashes', () => {
  const contents = [
    { digests: [], currencies: [], heads: Buffer.alloc(0) },
    { digests: [{ bucket: 1, digest: A }], currencies: [], heads: Buffer.alloc(0) },
    { digests: [{ bucket: 2, digest: A }], currencies: [], heads: Buffer.alloc(0) },
    { digests: [{ bucket: 1, digest: B }], currencies: [], heads: Buffer.alloc(0) },
    { digests: [], currencies: ['a'], heads: Buffer.alloc(0) },
    { digests: [], currencies: ['a', 'b'], heads: Buffer.alloc(0) },
    { digests: [], currencies: [], heads: Buffer.from('0:') },
    { digests: [], currencies: [], heads: Buffer.from(A, 'hex') },
  ];
  assert.equal(new Set(contents.map(contentHashOf)).size, contents.length);
});

test('every field of an anchor is in its hash', () => {
  const anchor = {
    number: 1,
    cutAt: instant(2),
    madeAt: instant(3),
    entries: 4,
    contentHash: A,
    previousHash: B,
  };
  const others = [
    anchor,
    { ...anchor, number: 2 },
    { ...anchor, cutAt: instant(3) },
    { ...anchor, madeAt: instant(4) },
    { ...anchor, entries: 5 },
    { ...anchor, contentHash: B },
    { ...anchor, previousHash: A },
  ];
  assert.equal(new Set(others.map(anchorHash)).size, others.length);
});
