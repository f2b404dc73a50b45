import type { Session } from '#platform/db/index.ts';
import { readAnchorsOf } from '../sql/anchors.ts';
import type { AnchorKey } from './anchor-key.ts';
import { signedAnchor } from './anchor-row.ts';

const PAGE = 20;

export type DigestsAt = {
  /** The anchor as of which. */
  readonly number: number;
  readonly buckets: readonly number[];
  /** Told of an anchor on the way that is not the one that was signed; it is passed over. */
  readonly onUnsigned: (number: number) => void;
};

/**
 * The digests of buckets as they stood at an anchor: each bucket's last one up to it. A bucket in which
 * nothing was posted so far is not in the map.
 */
export async function digestsAt(
  session: Session,
  key: AnchorKey,
  at: DigestsAt,
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(at.buckets);
  const found = new Map<number, string>();
  let { number } = at;
  while (wanted.size > 0 && number > 0) {
    const rows = await session.run(readAnchorsOf([...wanted], number, PAGE));
    for (const row of rows) {
      const stored = signedAnchor(row, key);
      if (stored === undefined) at.onUnsigned(row.number);
      for (const { bucket, digest } of stored?.content.digests ?? []) {
        if (wanted.delete(bucket)) found.set(bucket, digest);
      }
    }
    number = rows.length < PAGE ? 0 : (rows.at(-1)?.number ?? 0) - 1;
  }
  return found;
}
