import type { Session } from '#platform/db/index.ts';
import { type AnchorRow, readAnchors, readAnchorsAfter } from '../sql/anchors.ts';
import { BEGINNING, NOTHING } from './anchor.ts';
import type { AnchorKey } from './anchor-key.ts';
import { signedAnchor } from './anchor-row.ts';
import { digestsAt } from './digests-at.ts';
import type { Finding } from './finding.ts';
import { momentOf } from './parse-text.ts';
import type { Cuts } from './windows.ts';

/** What the anchors say, as far as they are looked at. */
export type AnchorView = {
  /** The anchor before the first of them; 0 = from the beginning. */
  readonly baseNumber: number;
  readonly cuts: Cuts;
  /** The last digest of each bucket in which something was posted since the base. */
  readonly lastDigests: ReadonlyMap<number, string>;
  /** The digests of those buckets at the base. */
  readonly baseDigests: ReadonlyMap<number, string>;
};

const PAGE = 100;

/**
 * Checks signatures, numbers and links of the anchors after `base`, and keeps what entries are compared
 * with: the cuts, and one digest a bucket.
 * @param base number of an anchor; 0 = all of them
 */
export async function checkAnchors(
  session: Session,
  key: AnchorKey,
  how: { readonly base: number; readonly onFinding: (finding: Finding) => void },
): Promise<AnchorView> {
  const { base, onFinding } = how;
  const walk = await startAt(session, key, base);
  if (walk === undefined) {
    onFinding({ code: 'anchor-changed', anchor: base, detail: 'everything is checked instead' });
    return checkAnchors(session, key, { ...how, base: 0 });
  }
  const lastDigests = new Map<number, string>();
  const cuts: { number: number; cutAt: number }[] = [];
  const from = walk.cutAt;
  for (;;) {
    const rows = await session.run(readAnchorsAfter(walk.number, PAGE));
    for (const row of rows) {
      for (const finding of step(walk, row, key)) onFinding(finding);
      // An anchor that is not ours any more still says how far the next one's window goes.
      cuts.push({ number: walk.number, cutAt: walk.cutAt });
      for (const { bucket, digest } of walk.digests) lastDigests.set(bucket, digest);
    }
    if (rows.length < PAGE) break;
  }
  const baseDigests = await digestsAt(session, key, {
    number: base,
    buckets: [...lastDigests.keys()],
    onUnsigned: (anchor) => onFinding({ code: 'anchor-changed', anchor, detail: '' }),
  });
  return { baseNumber: base, cuts: { from, cuts }, lastDigests, baseDigests };
}

type Walk = {
  number: number;
  cutAt: number;
  hash: string;
  digests: readonly { readonly bucket: number; readonly digest: string }[];
};

async function startAt(session: Session, key: AnchorKey, base: number): Promise<Walk | undefined> {
  if (base === 0) return { number: 0, cutAt: BEGINNING, hash: NOTHING, digests: [] };
  const [row] = await session.run(readAnchors([base]));
  const stored = row === undefined ? undefined : signedAnchor(row, key);
  if (stored === undefined) return undefined;
  const { cutAt, hash } = stored.anchor;
  return { number: base, cutAt, hash, digests: [] };
}

function step(walk: Walk, row: AnchorRow, key: AnchorKey): Finding[] {
  const findings: Finding[] = [];
  const stored = signedAnchor(row, key);
  if (row.number > walk.number + 1) {
    const detail = walk.number + 2 === row.number ? '' : `and up to ${row.number - 1}`;
    findings.push({ code: 'anchor-missing', anchor: walk.number + 1, detail });
  } else if (row.previous_hash.toString('hex') !== walk.hash) {
    findings.push({ code: 'anchor-unlinked', anchor: row.number, detail: '' });
  }
  if (stored === undefined) {
    findings.push({ code: 'anchor-changed', anchor: row.number, detail: '' });
  } else if (stored.anchor.cutAt <= walk.cutAt) {
    findings.push({ code: 'anchor-unlinked', anchor: row.number, detail: 'cut before the last' });
  }
  walk.number = row.number;
  walk.cutAt = Math.max(walk.cutAt, stored?.anchor.cutAt ?? momentOf(row.cut_at) ?? 0);
  walk.hash = row.hash.toString('hex');
  walk.digests = stored?.content.digests ?? [];
  return findings;
}
