import type { Session } from '#platform/db/index.ts';
import { BUCKETS } from '#shared/ids.ts';
import { readAnchorsOfBucket } from '../sql/anchors.ts';
import { readAccountSeqs } from '../sql/verify-rows.ts';
import { digestOf, NOTHING } from './anchor.ts';
import { type Head, unpackHeads } from './anchor-heads.ts';
import type { AnchorKey } from './anchor-key.ts';
import { signedAnchor } from './anchor-row.ts';
import { accountName, type Finding } from './finding.ts';
import { byLeafOrder, type Leaf } from './windows.ts';

/** A bucket's entries under the anchors that are looked at. */
export type BucketLeaves = {
  readonly bucket: number;
  /** The digest as of the anchor before the first of them. */
  readonly base: string | undefined;
  readonly baseNumber: number;
  readonly leaves: readonly Leaf[];
};

/** The digest that the bucket's entries make now. */
export function digestNow({ base, leaves }: BucketLeaves): string {
  const byAnchor = Map.groupBy(leaves, (leaf) => leaf.anchor);
  return [...byAnchor.keys()]
    .sort((a, b) => a - b)
    .reduce((digest, anchor) => digestAfter(digest, byAnchor.get(anchor) ?? []), base ?? NOTHING);
}

function digestAfter(before: string, leaves: readonly Leaf[]): string {
  return digestOf(
    before,
    leaves.toSorted(byLeafOrder).map((leaf) => leaf.leaf),
  );
}

const PAGE = 50;

/**
 * Finds out what differs in a bucket whose digest is not the anchored one: window by window, each against
 * the anchor's own digest, and within a window by the heads.
 */
export async function explainBucket(
  session: Session,
  key: AnchorKey,
  bucket: BucketLeaves,
): Promise<readonly Finding[]> {
  const rest = Map.groupBy(bucket.leaves, (leaf) => leaf.anchor);
  const seqs = await accountSeqs(session, bucket.bucket);
  const findings: Finding[] = [];
  let before = bucket.base ?? NOTHING;
  let number = bucket.baseNumber;
  for (;;) {
    const rows = await session.run(readAnchorsOfBucket(bucket.bucket, number, PAGE));
    for (const row of rows) {
      const leaves = rest.get(row.number) ?? [];
      rest.delete(row.number);
      const { content } = signedAnchor(row, key) ?? {};
      const stored = content?.digests.find((one) => one.bucket === bucket.bucket)?.digest;
      const now = digestAfter(before, leaves);
      if (content !== undefined && stored !== undefined && now !== stored) {
        const heads = unpackHeads(content.currencies, content.heads).filter(
          (head) => head.memberId % BUCKETS === bucket.bucket,
        );
        const found = compare(heads, leaves, { anchor: row.number, seqs });
        const unnamed = {
          code: 'digest-differs',
          anchor: row.number,
          bucket: bucket.bucket,
        } as const;
        findings.push(...(found.length > 0 ? found : [{ ...unnamed, detail: '' }]));
      }
      before = stored ?? now;
    }
    number = rows.at(-1)?.number ?? number;
    if (rows.length < PAGE) break;
  }
  // Windows in which no anchor knows anything of this bucket.
  for (const leaves of rest.values()) findings.push(...leaves.map((leaf) => added(leaf)));
  return findings;
}

type Place = {
  readonly anchor: number;
  /** How far the accounts of the bucket say they are. */
  readonly seqs: ReadonlyMap<string, number>;
};

type AccountOf = Pick<Head, 'memberId' | 'currencyCode'>;

function compare(heads: readonly Head[], leaves: readonly Leaf[], place: Place): Finding[] {
  const { anchor, seqs } = place;
  const leafByAccount = new Map(leaves.map((leaf) => [accountKey(leaf), leaf]));
  const findings = heads.flatMap((head): Finding[] => {
    const leaf = leafByAccount.get(accountKey(head));
    leafByAccount.delete(accountKey(head));
    const name = accountName(String(head.memberId), head.currencyCode);
    if (leaf === undefined || leaf.seq < head.seq) {
      const kept = Math.min(leaf?.seq ?? seqs.get(accountKey(head)) ?? 0, head.seq - 1);
      const detail = `the anchor knows entries up to seq ${head.seq}`;
      return [
        { code: 'anchored-entry-missing', ...name, ...range(kept + 1, head.seq), anchor, detail },
      ];
    }
    if (leaf.seq > head.seq) return [added(leaf, head.seq + 1)];
    if (leaf.leaf.startsWith(head.leafStart)) return [];
    const { firstSeq, seq } = leaf;
    return [
      { code: 'anchored-entry-changed', ...name, ...range(firstSeq, seq), anchor, detail: '' },
    ];
  });
  return [...findings, ...[...leafByAccount.values()].map((leaf) => added(leaf))];
}

function added(leaf: Leaf, from = leaf.firstSeq): Finding {
  return {
    code: 'anchored-entry-added',
    ...accountName(String(leaf.memberId), leaf.currencyCode),
    ...range(from, leaf.seq),
    anchor: leaf.anchor,
    detail: '',
  };
}

function range(seq: number, seqTo: number): { readonly seq: number; readonly seqTo?: number } {
  return seq < seqTo ? { seq, seqTo } : { seq };
}

async function accountSeqs(session: Session, bucket: number): Promise<ReadonlyMap<string, number>> {
  const rows = await session.run(readAccountSeqs(bucket));
  return new Map(rows.map((row) => [`${row.member_id} ${row.currency_code}`, Number(row.seq)]));
}

function accountKey({ memberId, currencyCode }: AccountOf): string {
  return `${memberId} ${currencyCode}`;
}
