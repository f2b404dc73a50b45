import type { Clock } from '#platform/clock.ts';
import { type Database, type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant, instant } from '#shared/time.ts';

/** An event on its way to those who listen. */
export type DeliveredEvent = {
  readonly id: string;
  readonly bucket: number;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recordedAt: Instant;
};

/** Someone who listens; throwing means "again later". Delivery is at least once. */
export type Subscriber = (events: readonly DeliveredEvent[]) => Promise<void> | void;

type Row = {
  id: string;
  bucket: number;
  topic: string;
  payload: Record<string, unknown>;
  recorded_at: Instant;
};

const CLAIM_MAX = 500;
const IDLE_MS = 250;
const AFTER_FAILURE_MS = 2_000;
const KEEP_MS = 7 * 86_400_000;

/** Carries events from the outbox to the subscribers until it is stopped. */
export function startRelay(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly subscribers: readonly Subscriber[];
  readonly onFailure: (error: unknown) => void;
}): { stop(): Promise<void> } {
  let isStopping = false;
  let wake: () => void = () => undefined;
  let prunedAt = 0;
  const loop = async () => {
    while (!isStopping) {
      let delivered = 0;
      let restMs = IDLE_MS;
      try {
        delivered = await deliverSome(deps);
        if (deps.clock.now() - prunedAt > 3_600_000) {
          prunedAt = deps.clock.now();
          await deps.db.run(prune(instant(prunedAt - KEEP_MS)));
        }
      } catch (error) {
        restMs = AFTER_FAILURE_MS;
        deps.onFailure(error);
      }
      if (delivered < CLAIM_MAX && !isStopping) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, restMs);
        });
      }
    }
  };
  const running = loop();
  return {
    stop() {
      isStopping = true;
      wake();
      return running;
    },
  };
}

async function deliverSome(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly subscribers: readonly Subscriber[];
}): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const rows = await tx.run(claim());
    if (rows.length === 0) return 0;
    const events = rows.map((row) => ({
      id: row.id,
      bucket: row.bucket,
      topic: row.topic,
      payload: row.payload,
      recordedAt: row.recorded_at,
    }));
    for (const subscriber of deps.subscribers) await subscriber(events);
    await tx.run(markDelivered(rows, deps.clock.now()));
    return rows.length;
  });
}

const claim = (): Statement<Row> => sql<Row>`
  select o.id, o.bucket, o.topic, o.payload, o.recorded_at
  from platform.outbox o
  where o.delivered_at is null
  order by o.id
  limit ${CLAIM_MAX}
  for update skip locked`;

const markDelivered = (rows: readonly Row[], now: Instant): Statement => sql`
  update platform.outbox o set delivered_at = ${formatInstant(now)}
  from unnest(${rows.map((row) => row.bucket)}::int[], ${rows.map((row) => row.id)}::uuid[]) as d (bucket, id)
  where o.bucket = d.bucket and o.id = d.id`;

const prune = (before: Instant): Statement => sql`
  delete from platform.outbox o where o.delivered_at < ${formatInstant(before)}`;
