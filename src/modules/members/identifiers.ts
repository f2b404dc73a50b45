import { blindIndex, type Secrets } from '#platform/secrets.ts';
import { BUCKETS } from '#shared/ids.ts';
import type { NewIdentifier } from './sql/write-member.ts';

/** A phone or a card as the database keeps it: a keyed hash and the bucket that the hash names. */
export function identifierOf(
  secrets: Secrets,
  kind: 'phone' | 'card',
  normalised: string,
): NewIdentifier {
  const hash = blindIndex(secrets, kind, normalised);
  return { hashBucket: hash.readUInt16BE(0) % BUCKETS, hash, kind };
}
