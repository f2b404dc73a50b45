import type { AnchorRow } from '../sql/anchors.ts';
import { type Anchor, type AnchorContent, anchorHash, contentHashOf } from './anchor.ts';
import type { AnchorKey } from './anchor-key.ts';
import { integerOf, momentOf } from './parse-text.ts';

/** An anchor as it was read, with what it says of buckets and accounts. */
export type StoredAnchor = { readonly anchor: Anchor; readonly content: AnchorContent };

const DIGEST_BYTES = 32;

/** The anchor of a row; undefined when it is not the one that was signed. */
export function signedAnchor(row: AnchorRow, key: AnchorKey): StoredAnchor | undefined {
  const [cutAt, madeAt] = [momentOf(row.cut_at), momentOf(row.made_at)];
  const entries = integerOf(row.entries);
  if (cutAt === undefined || madeAt === undefined || entries === undefined) return undefined;
  if (row.digests.length !== row.buckets.length * DIGEST_BYTES) return undefined;
  const content: AnchorContent = {
    digests: row.buckets.map((bucket, place) => ({
      bucket,
      digest: row.digests.toString('hex', place * DIGEST_BYTES, (place + 1) * DIGEST_BYTES),
    })),
    currencies: row.currencies,
    heads: row.heads,
  };
  const body = {
    number: row.number,
    cutAt,
    madeAt,
    entries,
    contentHash: contentHashOf(content),
    previousHash: row.previous_hash.toString('hex'),
  };
  const hash = row.hash.toString('hex');
  const signature = row.signature.toString('hex');
  if (hash !== anchorHash(body) || !key.isSigned(hash, signature)) return undefined;
  return { anchor: { ...body, hash, signature }, content };
}
