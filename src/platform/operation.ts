import type { Instant } from '#shared/time.ts';
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
  select
    unnest(${all.map((o) => o.bucket)}::int[]),
    unnest(${all.map((o) => o.id)}::uuid[]),
    unnest(${all.map((o) => o.kind)}::text[]),
    unnest(${all.map((o) => o.terminalId)}::uuid[]),
    unnest(${all.map((o) => o.requestHash)}::bytea[]),
    unnest(${all.map((o) => o.answer)}::text[]),
    unnest(${all.map((o) => o.recordedAt)}::timestamptz[])
  on conflict do nothing
  returning id`;

/**
 * Writes operations that were looked for and not found; one that is there after all (another member's, in
 * the same bucket) is an error: what it stands for must not be committed without it.
 */
export const appendOperations = (all: readonly Operation[]): Statement => sql`
  insert into platform.operation (bucket, id, kind, terminal_id, request_hash, answer, recorded_at)
  select
    unnest(${all.map((o) => o.bucket)}::int[]),
    unnest(${all.map((o) => o.id)}::uuid[]),
    unnest(${all.map((o) => o.kind)}::text[]),
    unnest(${all.map((o) => o.terminalId)}::uuid[]),
    unnest(${all.map((o) => o.requestHash)}::bytea[]),
    unnest(${all.map((o) => o.answer)}::text[]),
    unnest(${all.map((o) => o.recordedAt)}::timestamptz[])`;

/** The stored operations among those named. */
export const readOperations = (
  buckets: readonly number[],
  ids: readonly string[],
): Statement<StoredOperation> => sql<StoredOperation>`
  select o.id, o.request_hash, o.answer
  from unnest(${buckets}::int[], ${ids}::uuid[]) as w (bucket, id)
  cross join lateral (
    select id, request_hash, answer from platform.operation
    where bucket = w.bucket and id = w.id
    offset 0) as o`;
