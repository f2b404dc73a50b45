import { Refusal } from '#shared/refusal.ts';
import { instant } from '#shared/time.ts';
import { readStranded, transitFromRow } from '../sql/transits.ts';
import type { LedgerJob } from './sweep.ts';

/** A transit that has been under way for so long was left behind by a server that is gone. */
const STRANDED_MS = 30_000;
const LIMIT = 500;

/** Brings in points that were left on their way between two members. */
export const completeTransits: LedgerJob = {
  name: 'complete-transits',
  async run(deps, { range, now }) {
    const before = instant(now - STRANDED_MS);
    const stranded = await deps.db.run(readStranded(range, before, LIMIT));
    for (const row of stranded) {
      await deps.desk
        .complete(transitFromRow(row), { zone: 'UTC', actorId: NOBODY })
        // The receiver's side said no: the points went back, which is an end too.
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
    }
    return stranded.length;
  },
};

const NOBODY = '00000000-0000-0000-0000-000000000000';
