import type { PartitionedTable } from '#platform/db/partitions.ts';

/** Tables of the receipts module that are partitioned by month. */
export const RECEIPTS_PARTITIONED: readonly PartitionedTable[] = [
  { name: 'receipts.receipt', by: 'uuid' },
];
