import { holdsToLapse } from '../sql/due.ts';
import { jobItem } from './job-item.ts';
import { forEachDue, type LedgerJob } from './sweep.ts';

/** Sets holds free that nobody captured in time. */
export const lapseHolds: LedgerJob = {
  name: 'lapse-holds',
  run: (deps, { range, now }) =>
    forEachDue(
      (page) => deps.db.run(holdsToLapse(range, now, page)),
      (row) =>
        deps.desk.submit(
          jobItem(deps, row.member_id, { kind: 'lapse', params: { holdIds: row.hold_ids }, now }),
        ),
    ),
};
