import { membersToExpire } from '../sql/due.ts';
import { jobItem } from './job-item.ts';
import { forEachDue, type LedgerJob } from './sweep.ts';

/** Writes off points whose time is over. */
export const expireLots: LedgerJob = {
  name: 'expire-lots',
  run: (deps, { range, due, now }) =>
    forEachDue(
      (page) => deps.db.run(membersToExpire(range, due, page)),
      (row) => deps.desk.submit(jobItem(deps, row.member_id, { kind: 'expire', params: {}, now })),
    ),
};
