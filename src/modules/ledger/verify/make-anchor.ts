import type { Database } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Instant, instant } from '#shared/time.ts';
import {
  countEntries,
  type LeafRow,
  readAnchors,
  readLastNumber,
  readLeaves,
  writeAnchor,
} from '../sql/anchors.ts';
import {
  type Anchor,
  type AnchorContent,
  anchorHash,
  BEGINNING,
  type BucketDigest,
  contentHashOf,
  digestOf,
  NOTHING,
} from './anchor.ts';
import { packHeads } from './anchor-heads.ts';
import { type AnchorKey, anchorKey } from './anchor-key.ts';
import { signedAnchor } from './anchor-row.ts';
import { cutBetween } from './cut-between.ts';
import { digestsAt } from './digests-at.ts';

/**
 * How far the cut stays behind: an entry gets its moment before its transaction commits, and no
 * transaction of ours lives this long (statement_timeout is 15 s), nor are the servers' clocks this far
 * apart.
 */
export const ANCHOR_LAG_MS = 120_000;

/** Entries under one anchor, at most: more are cut earlier, and the next anchor takes the rest. */
const ENTRIES_MAX = 100_000;

/**
 * Signs where every account stands two minutes before `now`. Call it until it gives null: each anchor takes
 * at most 100,000 entries. Of several servers at once, one wins and the others get null.
 * @returns the new anchor; null when nothing was posted since the last one
 * @throws Error when an anchor that this one would build on is not the one that was signed
 */
export async function makeAnchor(
  db: Database,
  secrets: Pick<Secrets, 'anchorKey'>,
  now: Instant,
): Promise<Anchor | null> {
  const key = anchorKey(secrets);
  const last = await readLast(db, key);
  const from = last?.cutAt ?? instant(BEGINNING);
  const cutAt = await cutBetween(
    async (cut) => (await db.run(countEntries(from, cut)))[0]?.n ?? 0,
    { from, latest: instant(now - ANCHOR_LAG_MS), entriesMax: ENTRIES_MAX },
  );
  if (cutAt === null) return null;
  const leaves = await db.run(readLeaves(from, cutAt));
  const content = await contentOf(leaves, (buckets) =>
    digestsAt(db, key, { number: last?.number ?? 0, buckets, onUnsigned: refuse }),
  );
  const body = {
    number: (last?.number ?? 0) + 1,
    cutAt,
    madeAt: now,
    entries: leaves.reduce((sum, leaf) => sum + leaf.entries, 0),
    contentHash: contentHashOf(content),
    previousHash: last?.hash ?? NOTHING,
  };
  const hash = anchorHash(body);
  const anchor = { ...body, hash, signature: key.sign(hash) };
  const written = await db.run(writeAnchor(rowOf(anchor, content)));
  return written.length === 0 ? null : anchor;
}

async function readLast(db: Database, key: AnchorKey): Promise<Anchor | undefined> {
  const [found] = await db.run(readLastNumber());
  const number = found?.number ?? 0;
  if (number === 0) return undefined;
  const [row] = await db.run(readAnchors([number]));
  const stored = row === undefined ? undefined : signedAnchor(row, key);
  return stored === undefined ? refuse(number) : stored.anchor;
}

// Nothing is signed that stands on what we have not signed.
function refuse(number: number): never {
  throw new Error(`anchor ${number} is not what was signed: run kopilka ledger verify --full`);
}

async function contentOf(
  leaves: readonly LeafRow[],
  before: (buckets: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<AnchorContent> {
  const byBucket = Map.groupBy(leaves, (leaf) => leaf.bucket);
  const previous = await before([...byBucket.keys()]);
  const digests: BucketDigest[] = [...byBucket].map(([bucket, own]) => ({
    bucket,
    digest: digestOf(
      previous.get(bucket) ?? NOTHING,
      own.map((row) => row.leaf.toString('hex')),
    ),
  }));
  const heads = leaves.map((row) => ({
    memberId: row.member_id,
    currencyCode: row.currency_code,
    seq: row.seq,
    leafStart: row.leaf.toString('hex', 0, 8),
  }));
  return { digests, ...packHeads(heads) };
}

function rowOf(anchor: Anchor, content: AnchorContent) {
  const { number, cutAt, madeAt, entries } = anchor;
  return {
    number,
    cutAt,
    madeAt,
    entries,
    buckets: content.digests.map(({ bucket }) => bucket),
    digests: Buffer.from(content.digests.map(({ digest }) => digest).join(''), 'hex'),
    currencies: content.currencies,
    heads: content.heads,
    previousHash: Buffer.from(anchor.previousHash, 'hex'),
    hash: Buffer.from(anchor.hash, 'hex'),
    signature: Buffer.from(anchor.signature, 'hex'),
  };
}
