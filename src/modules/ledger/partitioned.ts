import type { PartitionedTable } from '#platform/db/partitions.ts';

/** Tables of the ledger that are partitioned by month. */
export const LEDGER_PARTITIONED: readonly PartitionedTable[] = [
  { name: 'ledger.entry', by: 'timestamptz', isAppendOnly: true },
];
