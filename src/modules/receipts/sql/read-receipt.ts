import { type Statement, sql } from '#platform/db/index.ts';
import type { Instant } from '#shared/time.ts';

/** What lists do not show of a receipt. */
export type StoredDetail = {
  readonly receipt_number: string;
  readonly rule_set_version: number;
  readonly request: string;
  readonly facts: string;
  readonly answer: string;
};

export type VersionRow = {
  readonly version_no: number;
  readonly operation_id: string;
  readonly kind: 'calculation' | 'return' | 'cancel';
  readonly terminal_id: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly rule_set_version: number;
  readonly request: string;
  readonly answer: string;
};

export function readStoredDetail(bucket: number, id: string): Statement<StoredDetail> {
  return sql<StoredDetail>`
    select r.receipt_number, r.rule_set_version, r.request, r.facts, r.answer
    from receipts.receipt r
    where r.bucket = ${bucket} and r.id = ${id}`;
}

/** Calculations before the confirm and what came after it, in order of recording. */
export function readVersions(bucket: number, receiptId: string): Statement<VersionRow> {
  return sql<VersionRow>`
    select v.version_no, v.operation_id, v.kind, v.terminal_id, v.occurred_at, v.recorded_at,
      v.rule_set_version, v.request, v.answer
    from receipts.receipt_version v
    where v.bucket = ${bucket} and v.receipt_id = ${receiptId}
    order by v.recorded_at, v.version_no, v.operation_id`;
}
