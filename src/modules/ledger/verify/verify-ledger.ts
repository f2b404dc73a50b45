import type { Clock } from '#platform/clock.ts';
import type { Database, Session } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Instant, instant } from '#shared/time.ts';
import { readLastNumber } from '../sql/anchors.ts';
import { BEGINNING } from './anchor.ts';
import { anchorKey } from './anchor-key.ts';
import { checkAccounts } from './check-accounts.ts';
import { type AnchorView, checkAnchors } from './check-anchors.ts';
import { digestNow, explainBucket } from './check-bucket.ts';
import { checkCopy } from './check-copy.ts';
import type { Finding } from './finding.ts';
import { everyMember, movedMembers } from './members-to-check.ts';
import type { Leaf } from './windows.ts';

export type VerifyDeps = {
  /** A pool, or a session that is in one snapshot already. */
  readonly db: Database | Session;
  readonly secrets: Pick<Secrets, 'anchorKey'>;
  readonly clock: Clock;
};

export type VerifyRequest = {
  /** `full`: everything. `incremental`: accounts that moved since an anchor, whole, and the anchors since. */
  readonly mode: 'full' | 'incremental';
  /**
   * For `incremental`: the anchor that is taken for granted, or a moment: the last anchor before it. Absent =
   * a day ago.
   */
  readonly since?: { readonly anchor: number } | { readonly moment: Instant };
  /** Lines of a copy of the anchors that was kept outside. */
  readonly copy?: AsyncIterable<string>;
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: VerifyProgress) => void;
};

export type VerifyProgress = { readonly entries: number; readonly bucket: number };

export type VerifyReport = {
  readonly isClean: boolean;
  /** The first thousand. */
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
  readonly accounts: number;
  readonly entries: number;
  /** Anchors that were checked. */
  readonly anchors: number;
  /** The anchor that was taken for granted; 0 = none. */
  readonly sinceAnchor: number;
  /** Up to here anchors vouch for the entries; null = there is no anchor. */
  readonly anchoredTo: Instant | null;
  /** Checked entries after that: only their chains vouch for them. */
  readonly entriesAfterAnchors: number;
};

const FINDINGS_KEPT = 1_000;
const DAY_MS = 86_400_000;

/**
 * Looks for anything in the ledger that is not as it was posted. Reads only; sales go on meanwhile.
 * What it proves and what it cannot: docs/proof.md.
 */
export async function verifyLedger(
  deps: VerifyDeps,
  request: VerifyRequest,
): Promise<VerifyReport> {
  const key = anchorKey(deps.secrets);
  const tally = openTally(request);
  const base = await baseOf(deps, request);
  const view = await checkAnchors(deps.db, key, { base, onFinding: tally.find });
  if (request.copy !== undefined) {
    await checkCopy(deps.db, key, { lines: request.copy, onFinding: tally.find });
  }
  const buckets = bucketCheck(view, async (bucket, session) => {
    for (const finding of await explainBucket(session, key, bucket)) tally.find(finding);
  });
  const members = view.baseNumber === 0 ? everyMember() : movedMembers(instant(view.cuts.from));
  await checkAccounts(deps.db, members, {
    cuts: view.cuts,
    listener: { ...tally.listener, onFinding: tally.find, onLeaves: buckets.add },
  });
  await buckets.close(deps.db);
  const { from, cuts } = view.cuts;
  const lastCut = cuts.at(-1)?.cutAt ?? from;
  return {
    ...tally.report(),
    anchors: cuts.length,
    sinceAnchor: view.baseNumber,
    anchoredTo: lastCut === BEGINNING ? null : instant(lastCut),
  };
}

async function baseOf({ db, clock }: VerifyDeps, request: VerifyRequest): Promise<number> {
  if (request.mode === 'full') return 0;
  const since = request.since ?? { moment: instant(clock.now() - DAY_MS) };
  if ('anchor' in since) return since.anchor;
  const [row] = await db.run(readLastNumber(since.moment));
  return row?.number ?? 0;
}

function openTally(request: VerifyRequest) {
  const findings: Finding[] = [];
  const counts = { findingsTotal: 0, accounts: 0, entries: 0, entriesAfterAnchors: 0 };
  return {
    find: (finding: Finding): void => {
      counts.findingsTotal += 1;
      if (findings.length < FINDINGS_KEPT) findings.push(finding);
      request.onFinding?.(finding);
    },
    listener: {
      onAccounts: (count: number): void => {
        counts.accounts += count;
      },
      onEntries: (count: number, sinceLastCut: number, bucket: number): void => {
        counts.entries += count;
        counts.entriesAfterAnchors += sinceLastCut;
        request.onProgress?.({ entries: counts.entries, bucket });
      },
    },
    report: () => ({ isClean: counts.findingsTotal === 0, findings, ...counts }),
  };
}

type Explain = (bucket: Parameters<typeof digestNow>[0], session: Session) => Promise<void>;

/** Compares the digests bucket by bucket, as their entries come by. */
function bucketCheck(view: AnchorView, explain: Explain) {
  const unseen = new Set(view.lastDigests.keys());
  let bucket = -1;
  let leaves: Leaf[] = [];
  const compare = async (session: Session) => {
    unseen.delete(bucket);
    const base = view.baseDigests.get(bucket);
    const now = { bucket, base, baseNumber: view.baseNumber, leaves };
    const isAsAnchored = digestNow(now) === view.lastDigests.get(bucket);
    const isUntouched = leaves.length === 0 && !view.lastDigests.has(bucket);
    leaves = [];
    if (!isAsAnchored && !isUntouched) await explain(now, session);
  };
  return {
    add: async (of: number, some: readonly Leaf[], session: Session): Promise<void> => {
      if (of !== bucket && bucket >= 0) await compare(session);
      bucket = of;
      leaves.push(...some);
    },
    /** The last bucket, and those of which the anchors know entries but no entry is there. */
    close: async (session: Session): Promise<void> => {
      if (bucket >= 0) await compare(session);
      for (const lost of [...unseen]) {
        bucket = lost;
        await compare(session);
      }
    },
  };
}
