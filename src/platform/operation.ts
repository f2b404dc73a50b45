import { formatInstant, type Instant } from '#shared/time.ts';
import { type Statement, sql } from './db/index.ts';

/** One operation that is not a receipt, kept so that a re-sent one gets the stored answer. */
export type Operation = {
  readonly bucket: number;
  readonly id: string;
  readonly kind: string;
  /** The terminal, person or job that asked for it. */
  readonly terminalId: string;
  readonly requestHash: Buffer;
  readonly answer: string;
  readonly recordedAt: Instant;
};

/** A stored operation, as far as a re-sent one needs it. */
export type StoredOperation = {
  readonly id: string;
  readonly request_hash: Buffer;
  readonly answer: string;
};

/** Writes operations; rows come back for those that were not there. */
export const writeOperations = (all: readonly Operation[]): Statement<{ id: string }> => sql<{
  id: string;
}>`
  insert into platform.operation (bucket, id, kind, terminal_id, request_hash, answer, recorded_at)
  select * from unnest(
    ${all.map((o) => o.bucket)}::int[],
    ${all.map((o) => o.id)}::uuid[],
    ${all.map((o) => o.kind)}::text[],
    ${all.map((o) => o.terminalId)}::uuid[],
    ${all.map((o) => o.requestHash)}::bytea[],
    ${all.map((o) => o.answer)}::text[],
    ${all.map((o) => formatInstant(o.recordedAt))}::timestamptz[])
  on conflict do nothing
  returning id`;

/**
 * Writes operations that were looked for and not found; one that is there after all (another member's, in
 * the same bucket) is an error: what it stands for must not be committed without it.
 */
export const appendOperations = (all: readonly Operation[]): Statement => sql`
  insert into platform.operation (bucket, id, kind, terminal_id, request_hash, answer, recorded_at)
  select * from unnest(
    ${all.map((o) => o.bucket)}::int[],
    ${all.map((o) => o.id)}::uuid[],
    ${all.map((o) => o.kind)}::text[],
    ${all.map((o) => o.terminalId)}::uuid[],
    ${all.map((o) => o.requestHash)}::bytea[],
    ${all.map((o) => o.answer)}::text[],
    ${all.map((o) => formatInstant(o.recordedAt))}::timestamptz[])`;

/** The stored operations among those named. */
export const readOperations = (
  buckets: readonly number[],
  ids: readonly string[],
): Statement<StoredOperation> => sql<StoredOperation>`
  select o.id, o.request_hash, o.answer from platform.operation o
  where (o.bucket, o.id) in (select * from unnest(${buckets}::int[], ${ids}::uuid[]))`;
