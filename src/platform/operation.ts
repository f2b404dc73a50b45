import { formatInstant, type Instant } from '#shared/time.ts';
import { type Statement, sql } from './db/index.ts';

/** One operation that is not a receipt, kept so that a re-sent one gets the stored answer. */
export type Operation = {
  readonly bucket: number;
  readonly id: string;
  readonly kind: string;
  readonly terminalId: string;
  readonly requestHash: Buffer;
  readonly answer: string;
  readonly recordedAt: Instant;
};

/** Writes an operation; no row comes back when the id is there already. */
export const writeOperation = (o: Operation): Statement<{ id: string }> => sql<{ id: string }>`
  insert into platform.operation (bucket, id, kind, terminal_id, request_hash, answer, recorded_at)
  values (${o.bucket}, ${o.id}, ${o.kind}, ${o.terminalId}, ${o.requestHash}, ${o.answer},
    ${formatInstant(o.recordedAt)})
  on conflict do nothing
  returning id`;

/** The stored operation. */
export const readOperation = (
  bucket: number,
  id: string,
): Statement<{ request_hash: Buffer; answer: string }> => sql<{
  request_hash: Buffer;
  answer: string;
}>`
  select o.request_hash, o.answer from platform.operation o where o.bucket = ${bucket} and o.id = ${id}`;
