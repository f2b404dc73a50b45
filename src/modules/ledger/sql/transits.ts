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

/** Transits that the members have sent, by id. */
export const readTransits = (
  memberIds: readonly MemberId[],
  ids: readonly string[],
): Statement<TransitRow> => sql<TransitRow>`
  select t.id, t.member_id, t.to_member_id, t.kind, t.state, t.cargo, t.sent_at, t.settled_at
  from ledger.transit t
  where (t.bucket, t.member_id, t.id) in (select * from unnest(
    ${memberIds.map(bucketOf)}::int[], ${memberIds}::bigint[], ${ids}::uuid[]))`;

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

/** Writes transits as they stand; one that did not exist is opened. The caller holds the sender's lock. */
export const writeTransits = (transits: readonly Transit[]): Statement => sql`
  insert into ledger.transit (bucket, member_id, id, to_member_id, kind, state, cargo, sent_at, settled_at)
  select * from unnest(
    ${transits.map((t) => bucketOf(t.memberId))}::int[],
    ${transits.map((t) => t.memberId)}::bigint[],
    ${transits.map((t) => t.id)}::uuid[],
    ${transits.map((t) => t.toMemberId)}::bigint[],
    ${transits.map((t) => t.kind)}::text[],
    ${transits.map((t) => t.state)}::text[],
    ${transits.map((t) => JSON.stringify(t.cargo))}::jsonb[],
    ${transits.map((t) => formatInstant(t.sentAt))}::timestamptz[],
    ${transits.map((t) => (t.settledAt === null ? null : formatInstant(t.settledAt)))}::timestamptz[])
  on conflict (bucket, member_id, id) do update set
    state = excluded.state, settled_at = excluded.settled_at`;

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
