import { hash } from 'node:crypto';
import type { Instant } from '#shared/time.ts';

/** What an anchor says of one bucket: everything posted in it up to the cut, in 32 bytes of hex. */
export type BucketDigest = { readonly bucket: number; readonly digest: string };

/** The part of an anchor that grows with what was posted. */
export type AnchorContent = {
  /** Buckets in which something was posted since the anchor before, ascending. */
  readonly digests: readonly BucketDigest[];
  /** Codes that the heads name by their place. */
  readonly currencies: readonly string[];
  /** Where the moved accounts stand; see anchor-heads.ts. */
  readonly heads: Buffer;
};

/** An anchor without its content: small enough to be kept by the thousand, outside the database. */
export type Anchor = {
  /** 1 … n without gaps. */
  readonly number: number;
  /** Entries posted before this moment are under this anchor or an earlier one. */
  readonly cutAt: Instant;
  readonly madeAt: Instant;
  /** Entries between the cut before and this one. */
  readonly entries: number;
  readonly contentHash: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Ed25519 over the hash, hex. */
  readonly signature: string;
};

/** The digest of a bucket before anything was posted, and the hash before the first anchor. */
export const NOTHING = '0'.repeat(64);

/** The moment before every entry: where the first anchor begins. */
export const BEGINNING = 0;

/**
 * The digest of a bucket after a window: SHA-256 over the digest before and the window's leaves, ordered
 * by member id, then by currency code. The leaf of an account is the hash of its last entry in the window:
 * by its chain it stands for all entries before it.
 */
export function digestOf(previous: string, leaves: readonly string[]): string {
  return hash('sha256', Buffer.from(previous + leaves.join(''), 'hex'), 'hex');
}

/** SHA-256 over the content; every list is framed by its length, so that no two contents are alike. */
export function contentHashOf({ digests, currencies, heads }: AnchorContent): string {
  const buckets = digests.map(({ bucket }) => bucket).join(',');
  return hash(
    'sha256',
    Buffer.concat([
      Buffer.from(`${digests.length}:${buckets}:`),
      Buffer.from(digests.map(({ digest }) => digest).join(''), 'hex'),
      Buffer.from(`${currencies.length}:${currencies.join(',')}:`),
      heads,
    ]),
    'hex',
  );
}

/** The hash that is signed. Each field is a number or hex, so a bar between them is enough. */
export function anchorHash(anchor: Omit<Anchor, 'hash' | 'signature'>): string {
  const { number, cutAt, madeAt, entries, contentHash, previousHash } = anchor;
  const fields = [number, cutAt, madeAt, entries, contentHash, previousHash];
  return hash('sha256', `kopilka anchor|${fields.join('|')}`, 'hex');
}
