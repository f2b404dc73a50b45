import { type Statement, sql } from '#platform/db/index.ts';

/** Every currency and its decimal places. */
export const readCommodities = (): Statement<{
  readonly code: string;
  readonly divisibility: number;
}> => sql<{ readonly code: string; readonly divisibility: number }>`
  select c.code, c.divisibility
  from ledger.currency c
  order by c.code`;
