import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A range of buckets that one worker at a time sweeps for a job. */
export type JobLane = { readonly job: string; readonly lane: number };

/** A lease of a lane: who, and until when others keep off. */
export type Lease = { readonly by: string; readonly now: Instant; readonly until: Instant };

/** Makes sure that the lane has a mark; a new one stands before everything. */
export const ensureMark = ({ job, lane }: JobLane): Statement => sql`
  insert into ledger.job_mark (job, lane, mark) values (${job}, ${lane}, 'epoch') on conflict do nothing`;

/** Takes the lane for a while; no row when somebody else has it. */
export const leaseMark = (
  { job, lane }: JobLane,
  lease: Lease,
): Statement<{ mark: Instant }> => sql<{
  mark: Instant;
}>`
  update ledger.job_mark m set leased_by = ${lease.by}, leased_until = ${formatInstant(lease.until)}
  where m.job = ${job} and m.lane = ${lane}
    and (m.leased_until is null or m.leased_until < ${formatInstant(lease.now)}
      or m.leased_by = ${lease.by})
  returning m.mark`;

/** Moves the mark and keeps or gives up the lease; no row when the lease was lost meanwhile. */
export const moveMark = (
  { job, lane }: JobLane,
  moved: { readonly by: string; readonly mark: Instant },
): Statement<{ lane: number }> => sql<{ lane: number }>`
  update ledger.job_mark m set mark = ${formatInstant(moved.mark)}, leased_by = null, leased_until = null
  where m.job = ${job} and m.lane = ${lane} and m.leased_by = ${moved.by}
  returning m.lane`;
