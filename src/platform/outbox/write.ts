import { type Statement, sql } from '#platform/db/index.ts';
import type { Instant } from '#shared/time.ts';

/** A fact announced in the transaction that made it true. */
export type OutboxEvent = {
  readonly bucket: number;
  /** UUIDv7: the order of delivery within a lane. */
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recordedAt: Instant;
};

/** Writes events; they are delivered after the commit, at least once. */
export const outboxRows = (events: readonly OutboxEvent[]): Statement => sql`
  insert into platform.outbox (bucket, id, topic, payload, recorded_at)
    select
      unnest(${events.map((e) => e.bucket)}::int[]),
      unnest(${events.map((e) => e.id)}::uuid[]),
      unnest(${events.map((e) => e.topic)}::text[]),
      unnest(${events.map((e) => JSON.stringify(e.payload))}::jsonb[]),
      unnest(${events.map((e) => e.recordedAt)}::timestamptz[])`;

/** Writes events whose ids are derived from what they tell of: those that are there already stay alone. */
export const outboxRowsOnce = (events: readonly OutboxEvent[]): Statement => sql`
  insert into platform.outbox (bucket, id, topic, payload, recorded_at)
    select
      unnest(${events.map((e) => e.bucket)}::int[]),
      unnest(${events.map((e) => e.id)}::uuid[]),
      unnest(${events.map((e) => e.topic)}::text[]),
      unnest(${events.map((e) => JSON.stringify(e.payload))}::jsonb[]),
      unnest(${events.map((e) => e.recordedAt)}::timestamptz[])
  on conflict do nothing`;
