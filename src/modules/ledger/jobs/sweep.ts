import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { BUCKETS, type MemberId } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import type { LedgerDesk } from '../operate/ledger-desk.ts';
import type { BucketRange, DueCursor, DueWindow } from '../sql/due.ts';
import { ensureMark, leaseMark, moveMark } from '../sql/job-marks.ts';

/** What jobs work with. */
export type JobDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly desk: Pick<LedgerDesk, 'submit' | 'complete'>;
  /** Names this worker in leases. */
  readonly worker: string;
  /** A UUIDv7 in the owner's bucket. */
  readonly newId: (now: Instant, owner: MemberId) => string;
  /** Called when a lease is found held by nobody alive or a sweep fails; the next run goes on. */
  readonly onFailure: (job: string, error: unknown) => void;
};

/** One lane of a job at one run. */
export type Sweep = {
  readonly range: BucketRange;
  /** What became due since the mark. */
  readonly due: DueWindow;
  readonly now: Instant;
};

/**
 * A job of the ledger: sweeps what has become due, lane by lane. Everything it moves goes through the
 * members' lanes like any other operation, and is done once because the state says what is left to do; the
 * mark only saves looking at what is long done.
 */
export type LedgerJob = {
  readonly name: string;
  readonly run: (deps: JobDeps, sweep: Sweep) => Promise<number>;
};

/** Lanes of the jobs; their own, so that the writers may be given other numbers of lanes. */
export const JOB_LANES = 4;
const LEASE_MS = 60_000;
/**
 * The mark stays this far behind: a transaction that was decided before the mark may commit after it, but
 * never by more than the statement timeout and the difference of two servers' clocks.
 */
const GRACE_MS = 120_000;
const PAGE = 512;
/** Members at once in the lanes: tills must find room between them. */
const AT_ONCE = 64;

/** Sweeps every lane of a job once, those that nobody else is sweeping. @returns what was done */
export async function runJob(deps: JobDeps, job: LedgerJob): Promise<number> {
  let done = 0;
  for (let lane = 0; lane < JOB_LANES; lane += 1) {
    const where = { job: job.name, lane };
    const now = deps.clock.now();
    const lease = { by: deps.worker, now, until: instant(now + LEASE_MS) };
    const [, leased] = await deps.db.pipeline([
      ensureMark(where),
      leaseMark(where, lease),
    ] as const);
    const mark = leased[0]?.mark;
    if (mark === undefined) continue;
    done += await job.run(deps, { range: rangeOf(lane), due: { after: mark, until: now }, now });
    const next = instant(Math.max(mark, now - GRACE_MS));
    await deps.db.run(moveMark(where, { by: deps.worker, mark: next }));
  }
  return done;
}

function rangeOf(lane: number): BucketRange {
  const width = BUCKETS >> 2;
  return { from: lane * width, to: lane === JOB_LANES - 1 ? BUCKETS : (lane + 1) * width };
}

/**
 * Walks due members page by page and does the work for each, some at a time.
 * @param read the page after the cursor, by bucket and member
 * @returns how many were done
 */
export async function forEachDue<Row extends { bucket: number; member_id: MemberId }>(
  read: (page: { cursor: DueCursor; limit: number }) => Promise<readonly Row[]>,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  let cursor: DueCursor = { bucket: -1, memberId: 0 };
  let done = 0;
  while (true) {
    const rows = await read({ cursor, limit: PAGE });
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await Promise.all(some.map(work));
      done += some.length;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return done;
    cursor = { bucket: last.bucket, memberId: last.member_id };
  }
}
