import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { anchorHash, NOTHING } from './anchor.ts';
import { anchorKey } from './anchor-key.ts';
import { anchorLine, parseAnchorLine } from './anchor-line.ts';

const key = anchorKey({ anchorKey: Buffer.alloc(32, 1) });
const body = {
  number: 3,
  cutAt: instant(1_772_442_000_000),
  madeAt: instant(1_772_442_120_001),
  entries: 12,
  contentHash: 'ab'.repeat(32),
  previousHash: NOTHING,
};
const hash = anchorHash(body);
const anchor = { ...body, hash, signature: key.sign(hash) };
const line = anchorLine(anchor);

test('a line comes back as the anchor it was', () => {
  assert.deepEqual(parseAnchorLine(line, key), anchor);
});

test('a line with any character changed is not ours', () => {
  for (const place of line.matchAll(/[0-9a-f](?=[0-9a-f]*")|[0-9](?=[,.Z])/g)) {
    const changed =
      line.slice(0, place.index) + (place[0] === '1' ? '2' : '1') + line.slice(place.index + 1);
    assert.equal(parseAnchorLine(changed, key), undefined, changed);
  }
});

test('a line of another key is not ours', () => {
  const other = anchorKey({ anchorKey: Buffer.alloc(32, 2) });
  assert.equal(parseAnchorLine(line, other), undefined);
  assert.match(other.publicPem, /^-----BEGIN PUBLIC KEY-----/);
});
