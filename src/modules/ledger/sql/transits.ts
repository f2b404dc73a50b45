import { type Statement, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { Cargo, Transit } from '../core/index.ts';
import type { BucketRange } from './due.ts';

/** A row of ledger.transit as the driver gives it. */
export type TransitRow = {
  readonly id: string;
  readonly member_id: MemberId;
  readonly to_member_id: MemberId;
  readonly kind: Transit['kind'];
  readonly state: Transit['state'];
  readonly cargo: Cargo;
  readonly sent_at: Instant;
  readonly settled_at: Instant | null;
};

/**
 * Locks transits that members have sent, by id, and gives them as they are now: what closes them need not
 * hold the sender's lock. Behind the accounts' locks, in the global order of their senders and ids.
 */
export const lockTransits = (
  all: readonly { readonly memberId: MemberId; readonly id: string }[],
): Statement<TransitRow> => sql<TransitRow>`
  select t.id, t.member_id, t.to_member_id, t.kind, t.state, t.cargo, t.sent_at, t.settled_at
  from unnest(
    ${all.map((one) => bucketOf(one.memberId))}::int[],
    ${all.map((one) => one.memberId)}::bigint[],
    ${all.map((one) => one.id)}::uuid[]) as w (bucket, member_id, id)
  cross join lateral (
    select id, member_id, to_member_id, kind, state, cargo, sent_at, settled_at
    from ledger.transit
    where bucket = w.bucket and member_id = w.member_id and id = w.id
    for no key update) as t`;

/** Transits of the buckets under way since before `before`, the oldest first: the second leg may be lost. */
export const readStranded = (
  range: BucketRange,
  before: Instant,
  limit: number,
): Statement<TransitRow> => sql<TransitRow>`
  select t.id, t.member_id, t.to_member_id, t.kind, t.state, t.cargo, t.sent_at, t.settled_at
  from ledger.transit t
  where t.state = 'sent' and t.sent_at < ${formatInstant(before)}
    and t.bucket >= ${range.from} and t.bucket < ${range.to}
  order by t.sent_at
  limit ${limit}`;

/** Opens transits. */
export const openTransits = (transits: readonly Transit[]): Statement => sql`
  insert into ledger.transit (bucket, member_id, id, to_member_id, kind, state, cargo, sent_at, settled_at)
  select
    unnest(${transits.map((t) => bucketOf(t.memberId))}::int[]),
    unnest(${transits.map((t) => t.memberId)}::bigint[]),
    unnest(${transits.map((t) => t.id)}::uuid[]),
    unnest(${transits.map((t) => t.toMemberId)}::bigint[]),
    unnest(${transits.map((t) => t.kind)}::text[]),
    unnest(${transits.map((t) => t.state)}::text[]),
    unnest(${transits.map((t) => JSON.stringify(t.cargo))}::jsonb[]),
    unnest(${transits.map((t) => t.sentAt)}::timestamptz[]),
    unnest(${transits.map((t) => t.settledAt)}::timestamptz[])`;

/** Writes what has become of transits. The caller holds their locks. */
export const closeTransits = (transits: readonly Transit[]): Statement => sql`
  update ledger.transit t set state = x.state, settled_at = x.settled_at
  from (select
    unnest(${transits.map((t) => bucketOf(t.memberId))}::int[]) as bucket,
    unnest(${transits.map((t) => t.memberId)}::bigint[]) as member_id,
    unnest(${transits.map((t) => t.id)}::uuid[]) as id,
    unnest(${transits.map((t) => t.state)}::text[]) as state,
    unnest(${transits.map((t) => t.settledAt)}::timestamptz[]) as settled_at
  ) as x
  where t.bucket = x.bucket and t.member_id = x.member_id and t.id = x.id`;

/** A row of ledger.transit in the ledger's words. */
export function transitFromRow(row: TransitRow): Transit {
  return {
    id: row.id,
    memberId: row.member_id,
    toMemberId: row.to_member_id,
    kind: row.kind,
    state: row.state,
    cargo: row.cargo,
    sentAt: row.sent_at,
    settledAt: row.settled_at,
  };
}
