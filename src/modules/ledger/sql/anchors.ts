import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A row of ledger.anchor. What an intruder may have written anything into comes as text. */
export type AnchorRow = {
  readonly number: number;
  readonly cut_at: string;
  readonly made_at: string;
  readonly entries: string;
  readonly buckets: readonly number[];
  readonly digests: Buffer;
  readonly currencies: readonly string[];
  readonly heads: Buffer;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
  readonly signature: Buffer;
};

/** Anchors after one, oldest first. */
export const readAnchorsAfter = (number: number, limit: number) => sql<AnchorRow>`
  select a.number, a.cut_at::text as cut_at, a.made_at::text as made_at, a.entries::text as entries,
    a.buckets, a.digests, a.currencies, a.heads, a.previous_hash, a.hash, a.signature
  from ledger.anchor a
  where a.number > ${number}
  order by a.number
  limit ${limit}`;

/** Anchors up to one that speak of at least one of the buckets, newest first. */
export const readAnchorsOf = (
  buckets: readonly number[],
  upTo: number,
  limit: number,
) => sql<AnchorRow>`
  select a.number, a.cut_at::text as cut_at, a.made_at::text as made_at, a.entries::text as entries,
    a.buckets, a.digests, a.currencies, a.heads, a.previous_hash, a.hash, a.signature
  from ledger.anchor a
  where a.number <= ${upTo} and a.buckets && ${buckets}::int[]
  order by a.number desc
  limit ${limit}`;

/** Anchors after one that speak of a bucket, oldest first. */
export const readAnchorsOfBucket = (bucket: number, after: number, limit: number) => sql<AnchorRow>`
  select a.number, a.cut_at::text as cut_at, a.made_at::text as made_at, a.entries::text as entries,
    a.buckets, a.digests, a.currencies, a.heads, a.previous_hash, a.hash, a.signature
  from ledger.anchor a
  where a.number > ${after} and ${bucket}::int = any(a.buckets)
  order by a.number
  limit ${limit}`;

/** Anchors by number. */
export const readAnchors = (numbers: readonly number[]) => sql<AnchorRow>`
  select a.number, a.cut_at::text as cut_at, a.made_at::text as made_at, a.entries::text as entries,
    a.buckets, a.digests, a.currencies, a.heads, a.previous_hash, a.hash, a.signature
  from ledger.anchor a
  where a.number = any(${numbers}::bigint[])
  order by a.number`;

/** Hashes of anchors, hex. */
export const readAnchorHashes = (numbers: readonly number[]) => sql<{
  number: number;
  hash: string;
}>`
  select a.number, encode(a.hash, 'hex') as hash
  from ledger.anchor a
  where a.number = any(${numbers}::bigint[])`;

/** The newest anchor, or the newest with a cut at or before a moment; 0 = none. */
export const readLastNumber = (cutAtMost?: Instant) => sql<{ number: number }>`
  select coalesce(max(a.number), 0) as number
  from ledger.anchor a
  where a.cut_at <= ${cutAtMost === undefined ? 'infinity' : formatInstant(cutAtMost)}`;

/** How many entries were posted in a window. */
export const countEntries = (from: Instant, to: Instant) => sql<{ n: number }>`
  select count(*) as n
  from ledger.entry e
  where e.posted_at >= ${formatInstant(from)} and e.posted_at < ${formatInstant(to)}`;

export type LeafRow = {
  readonly bucket: number;
  readonly member_id: MemberId;
  readonly currency_code: string;
  readonly seq: number;
  readonly entries: number;
  readonly leaf: Buffer;
};

/** The last entry of each account in a window, in the order of digests. */
export const readLeaves = (from: Instant, to: Instant) => sql<LeafRow>`
  select e.bucket, e.member_id, e.currency_code, max(e.seq) as seq, count(*) as entries,
    (array_agg(e.hash order by e.seq desc, e.posted_at desc))[1] as leaf
  from ledger.entry e
  where e.posted_at >= ${formatInstant(from)} and e.posted_at < ${formatInstant(to)}
  group by e.bucket, e.member_id, e.currency_code
  order by e.bucket, e.member_id, e.currency_code collate "C"`;

export type NewAnchor = {
  readonly number: number;
  readonly cutAt: Instant;
  readonly madeAt: Instant;
  readonly entries: number;
  readonly buckets: readonly number[];
  readonly digests: Buffer;
  readonly currencies: readonly string[];
  readonly heads: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  readonly signature: Buffer;
};

/** Appends an anchor; no row comes back when another server was first. */
export const writeAnchor = (a: NewAnchor): Statement<{ number: number }> => sql<{ number: number }>`
  insert into ledger.anchor (number, cut_at, made_at, entries, buckets, digests, currencies, heads,
    previous_hash, hash, signature)
  values (${a.number}, ${formatInstant(a.cutAt)}, ${formatInstant(a.madeAt)}, ${a.entries},
    ${a.buckets}::int[], ${a.digests}, ${a.currencies}::text[], ${a.heads}, ${a.previousHash}, ${a.hash},
    ${a.signature})
  on conflict do nothing
  returning number`;
