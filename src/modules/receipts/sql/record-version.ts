import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** A row of receipts.receipt_version. */
export type NewVersion = {
  readonly bucket: number;
  readonly receiptId: string;
  readonly versionNo: number;
  readonly operationId: string;
  readonly kind: 'calculation' | 'return' | 'cancel';
  readonly terminalId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly ruleSetVersion: number;
  readonly requestHash: Buffer;
  readonly request: string;
  readonly answer: string;
};

/** Appends versions; one that is there already stays as it is. */
export const insertVersions = (versions: readonly NewVersion[]): Statement => sql`
  insert into receipts.receipt_version (bucket, receipt_id, version_no, operation_id, kind, terminal_id,
    occurred_at, recorded_at, rule_set_version, request_hash, request, answer)
  select * from unnest(
    ${versions.map((v) => v.bucket)}::int[],
    ${versions.map((v) => v.receiptId)}::uuid[],
    ${versions.map((v) => v.versionNo)}::int[],
    ${versions.map((v) => v.operationId)}::uuid[],
    ${versions.map((v) => v.kind)}::text[],
    ${versions.map((v) => v.terminalId)}::uuid[],
    ${versions.map((v) => formatInstant(v.occurredAt))}::timestamptz[],
    ${versions.map((v) => formatInstant(v.recordedAt))}::timestamptz[],
    ${versions.map((v) => v.ruleSetVersion)}::bigint[],
    ${versions.map((v) => v.requestHash)}::bytea[],
    ${versions.map((v) => v.request)}::text[],
    ${versions.map((v) => v.answer)}::text[])
  on conflict do nothing`;
