import { completeTransits } from './complete-transits.ts';
import { expireLots } from './expire-lots.ts';
import { lapseHolds } from './lapse-holds.ts';
import { repayDebts } from './repay-debts.ts';
import { type JobDeps, type LedgerJob, runJob } from './sweep.ts';
import { wakeLots } from './wake-lots.ts';

export type { JobDeps } from './sweep.ts';

/** The ledger's jobs, in the order in which they run: what lapses may burn, what is free may repay. */
const LEDGER_JOBS: readonly LedgerJob[] = [
  lapseHolds,
  wakeLots,
  expireLots,
  repayDebts,
  completeTransits,
];

/**
 * Runs every job once; one that fails stops no other. Safe to run from several servers at once and to be
 * killed at any moment.
 * @returns how much each has done
 */
export async function runLedgerJobs(deps: JobDeps): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>();
  for (const job of LEDGER_JOBS) {
    try {
      done.set(job.name, await runJob(deps, job));
    } catch (error) {
      deps.onFailure(job.name, error);
    }
  }
  return done;
}
