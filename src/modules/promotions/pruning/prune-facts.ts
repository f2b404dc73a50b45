import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { BUCKETS } from '#shared/ids.ts';
import type { RuleSets } from '../rule-sets.ts';
import {
  pruneAllotments,
  pruneBudgets,
  pruneCounters,
  prunePurchases,
  pruneUses,
} from '../sql/prune.ts';
import { horizonsOf } from './horizons.ts';

type PruningDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly ruleSets: Pick<RuleSets, 'current'>;
};

/** A run clears one slice of the members: no index is kept for it, and no run takes long. */
const SLICES = 256;
const WIDTH = BUCKETS / SLICES;

/** How often to run: so every member is looked at within a day. */
export const PRUNE_EVERY_MS = 300_000;

/**
 * Opens the removal of what promotions have counted and can no longer matter: uses, counters and shared
 * limits of ended periods, purchases that no query looks back at.
 * @param slice where to begin, 0 … 255; servers that begin at different ones help each other
 * @returns a run: clears the next slice of the members, and everything shared once in a round
 */
export function openPruning(deps: PruningDeps, slice: number): () => Promise<void> {
  let next = slice % SLICES;
  return async () => {
    const { periods, purchasesBefore } = horizonsOf(deps.ruleSets.current(), deps.clock.now());
    const own = { from: next * WIDTH, to: (next + 1) * WIDTH };
    await deps.db.run(pruneUses(periods, own));
    await deps.db.run(pruneCounters(periods, own));
    await deps.db.run(prunePurchases(purchasesBefore, own));
    if (next === 0) {
      await deps.db.transaction(async (tx) => {
        await tx.run(pruneBudgets(periods));
        await tx.run(pruneAllotments(periods));
      });
    }
    next = (next + 1) % SLICES;
  };
}
