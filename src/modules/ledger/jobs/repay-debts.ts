import { membersToRepay } from '../sql/due.ts';
import { jobItem } from './job-item.ts';
import { forEachDue, type LedgerJob } from './sweep.ts';

/** Repays debts and loans from points that have become free since: woken lots, holds set free. */
export const repayDebts: LedgerJob = {
  name: 'repay-debts',
  run: (deps, { range, now }) =>
    forEachDue(
      (page) => deps.db.run(membersToRepay(range, now, page)),
      (row) => deps.desk.submit(jobItem(deps, row.member_id, { kind: 'repay', params: {}, now })),
    ),
};
